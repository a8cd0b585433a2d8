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
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** What a connection that failed means. */
final class Failures {
    private Failures() {}

    static Kind kind(IOException e) {
        if (isCausedBy(e, ProxyAsks.class)) {
            return Kind.PROXY_SIGN_IN;
        }
        if (!(e instanceof SSLException)) {
            return isRefusedByProxy(e) ? Kind.PROXY_PAGE : Kind.NO_NETWORK;
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

    /** A proxy answered what was to be carried on by its own page; what it says is its client's own wording. */
    private static boolean isRefusedByProxy(IOException e) {
        String said = e.getMessage();
        return said != null
                && said.startsWith("Unexpected response code for CONNECT: ")
                && !said.endsWith(": 502")
                && !said.endsWith(": 503")
                && !said.endsWith(": 504");
    }

    private static boolean isBrokenOff(IOException e) {
        return isCausedBy(e, EOFException.class)
                || isCausedBy(e, SocketException.class)
                || isCausedBy(e, SocketTimeoutException.class);
    }

    private static boolean isCausedBy(Throwable e, Class<? extends Throwable> type) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            // Where several ways were tried, one failure carries the others.
            boolean beside = Stream.of(cause.getSuppressed()).anyMatch(type::isInstance);
            if (type.isInstance(cause) || beside) {
                return true;
            }
        }
        return false;
    }
}
