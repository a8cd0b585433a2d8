package fi.vastine.core.http;

import java.io.IOException;

/** A proxy asks for a sign-in, and there is none for it, or not the right one, or of a kind that is not spoken here. */
final class ProxyAsks extends IOException {
    ProxyAsks(String proxy) {
        super("The proxy " + proxy + " asks for a sign-in");
    }
}
