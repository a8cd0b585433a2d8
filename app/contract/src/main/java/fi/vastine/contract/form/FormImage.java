package fi.vastine.contract.form;

/**
 * A picture that comes with a form.
 *
 * @param name as the form's items call it
 * @param type {@code image/png} or {@code image/jpeg}
 * @param data the file in base64
 */
public record FormImage(String name, String type, String data) {}
