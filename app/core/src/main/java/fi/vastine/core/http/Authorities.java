package fi.vastine.core.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whose certificates are believed: the authorities of the JDK and of the operating system, where an organisation puts its own.
 *
 * <p>Where that is not enough, the organisation sets more. What cannot be read is logged and left out, so that less is believed,
 * never more.
 */
final class Authorities {
    private static final Logger LOG = LoggerFactory.getLogger(Authorities.class);

    /** Of Debian, Red Hat and SUSE, in this order. */
    private static final List<Path> FILES = List.of(
            Path.of("/etc/ssl/certs/ca-certificates.crt"),
            Path.of("/etc/pki/tls/certs/ca-bundle.crt"),
            Path.of("/etc/ssl/ca-bundle.pem"));

    private Authorities() {}

    /**
     * Believes all of them alike.
     *
     * @param own the organisation's own, as {@link AuthorityText} reads them; empty for none
     */
    static X509TrustManager trusted(String own) {
        try {
            List<Certificate> all = new ArrayList<>(ofTheJdk());
            all.addAll(ofTheSystem(System.getProperty("os.name", "")));
            if (!own.isBlank()) {
                all.addAll(in(own));
            }
            return trusting(all);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("This Java cannot check certificates", e);
        }
    }

    private static List<X509Certificate> ofTheJdk() throws GeneralSecurityException {
        return List.of(manager(null).getAcceptedIssuers());
    }

    private static List<Certificate> ofTheSystem(String system) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return inStores("Windows-ROOT");
        }
        if (name.startsWith("mac")) {
            return inStores("KeychainStore-ROOT", "KeychainStore");
        }
        return FILES.stream()
                .filter(Files::isReadable)
                .findFirst()
                .map(file -> List.<Certificate>copyOf(in(file.toString())))
                .orElse(List.of());
    }

    private static List<Certificate> inStores(String... types) {
        return Stream.of(types).flatMap(type -> inStore(type).stream()).toList();
    }

    private static List<Certificate> inStore(String type) {
        try {
            KeyStore store = KeyStore.getInstance(type);
            store.load(null, null);
            List<Certificate> held = new ArrayList<>();
            for (String alias : Collections.list(store.aliases())) {
                if (store.isCertificateEntry(alias)) {
                    held.add(store.getCertificate(alias));
                }
            }
            return held;
        } catch (GeneralSecurityException | IOException e) {
            LOG.warn("The authorities in {} cannot be read: {}", type, e.getMessage());
            return List.of();
        }
    }

    private static List<X509Certificate> in(String written) {
        try {
            return AuthorityText.certificates(written);
        } catch (GeneralSecurityException | IOException e) {
            LOG.warn("The authorities in a file cannot be read: {}", e.getMessage());
            return List.of();
        }
    }

    private static X509TrustManager trusting(Collection<Certificate> certificates)
            throws GeneralSecurityException, IOException {
        KeyStore all = KeyStore.getInstance("PKCS12");
        all.load(null, null);
        for (Certificate each : certificates) {
            all.setCertificateEntry(Integer.toString(all.size()), each);
        }
        return manager(all);
    }

    private static X509TrustManager manager(@Nullable KeyStore authorities) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(authorities);
        return Stream.of(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
