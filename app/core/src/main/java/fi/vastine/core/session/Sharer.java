package fi.vastine.core.session;

/**
 * One of those who have worked on this laptop, as she is shown where nobody is at work.
 *
 * @param name what she is called; the name she signs in with until that is known
 * @param asked what shows that it is her
 */
public record Sharer(Known known, String name, SignInResult.Asked asked) {}
