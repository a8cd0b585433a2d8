package fi.vastine.core.sync;

/** A request got no answer that can be used; what it would have changed is as before, as far as this laptop knows. */
public final class ExchangeFailed extends Exception {
    private final transient Trouble trouble;

    public ExchangeFailed(Trouble trouble) {
        super(trouble.kind().name());
        this.trouble = trouble;
    }

    public ExchangeFailed(Trouble trouble, Throwable cause) {
        super(trouble.kind().name(), cause);
        this.trouble = trouble;
    }

    public Trouble trouble() {
        return trouble;
    }
}
