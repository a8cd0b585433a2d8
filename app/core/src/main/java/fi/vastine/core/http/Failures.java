package fi.vastine.core.http;

import fi.vastine.core.sync.Trouble.Kind;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** What a connection that failed means. */
final class Failures {
    private Failures() {}

    static Kind kind(IOException e) {
        if (!(e instanceof SSLException)) {
            return Kind.NO_NETWORK;
        }
        if (isCausedBy(e, CertificateNotYetValidException.class) || isCausedBy(e, CertificateExpiredException.class)) {
            return Kind.CLOCK_WRONG;
        }
        if (isOfTheCertificate(e)) {
            return Kind.UNTRUSTED;
        }
        if (isBrokenOff(e)) {
            return Kind.NO_NETWORK;
        }
        // No way of encrypting that both hold safe; or what answers does not encrypt at all, and is somebody's in
        // between.
        return e instanceof SSLHandshakeException ? Kind.UNTRUSTED : Kind.PROXY_PAGE;
    }

    private static boolean isOfTheCertificate(IOException e) {
        return e instanceof SSLPeerUnverifiedException
                || isCausedBy(e, CertificateException.class)
                || isCausedBy(e, CertPathValidatorException.class);
    }

    private static boolean isBrokenOff(IOException e) {
        return isCausedBy(e, EOFException.class)
                || isCausedBy(e, SocketException.class)
                || isCausedBy(e, SocketTimeoutException.class);
    }

    private static boolean isCausedBy(Throwable e, Class<? extends Throwable> type) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
