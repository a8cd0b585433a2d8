package fi.vastine.core.session;

/** Ends the telling of news; ending twice does no harm. Thread safe. */
@FunctionalInterface
public interface Subscription extends AutoCloseable {
    @Override
    void close();
}
