package fi.vastine.core.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;

/** Authorities of an organisation's own, written in PEM: in a file, or in the setting itself. */
public final class AuthorityText {
    private static final String BEGIN = "-----BEGIN CERTIFICATE-----";

    private AuthorityText() {}

    /** Whether at least one authority can be read there. */
    public static boolean isReadable(String written) {
        try {
            return !certificates(written).isEmpty();
        } catch (GeneralSecurityException | IOException unreadable) {
            return false;
        }
    }

    /**
     * Reads the authorities.
     *
     * @param written the path of a file, or its text
     */
    public static List<X509Certificate> certificates(String written) throws GeneralSecurityException, IOException {
        return CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(pem(written)))
                .stream()
                .map(X509Certificate.class::cast)
                .toList();
    }

    /** The text itself, whichever way it was given. */
    public static byte[] pem(String written) throws IOException {
        if (written.contains(BEGIN)) {
            return written.getBytes(US_ASCII);
        }
        try {
            return Files.readAllBytes(Path.of(written.strip()));
        } catch (InvalidPathException noPath) {
            throw new IOException("Not the name of a file", noPath);
        }
    }
}
