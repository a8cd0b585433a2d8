package fi.vastine.core.http;

import org.jspecify.annotations.Nullable;

/** A script does not say which proxy. */
final class ScriptFailed extends Exception {
    private final ProxyTrouble why;

    ScriptFailed(ProxyTrouble why, @Nullable Throwable cause) {
        super(why.name(), cause);
        this.why = why;
    }

    ProxyTrouble why() {
        return why;
    }
}
