package fi.vastine.simulation.office;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Certificates for a backend on this machine, made by the JDK's own {@code keytool}. */
final class Certificates {
    private static final char[] PASSWORD = "vain-kokeeseen".toCharArray();

    private final Path store;

    Certificates(Path folder) {
        this.store = folder.resolve("certificates.p12");
    }

    /** An authority. */
    void authority(String name) {
        keytool("-alias", name, "-ext", "bc:critical=ca:true", "-ext", "ku:critical=keyCertSign", "-validity", "3650");
    }

    /** A certificate for a host, as {@code ip:127.0.0.1}; an alias of {@code keytool} each. */
    void signed(String name, String by, String host, String... more) {
        List<String> options = new ArrayList<>(List.of("-alias", name, "-signer", by, "-ext", "san=" + host));
        options.addAll(List.of(more));
        keytool(options.toArray(String[]::new));
    }

    /** One that nobody but its holder vouches for. */
    void selfSigned(String name, String host) {
        keytool("-alias", name, "-ext", "san=" + host);
    }

    /** What a server proves itself with. */
    SSLContext of(String name) {
        try {
            KeyStore all = opened();
            KeyStore one = KeyStore.getInstance("PKCS12");
            one.load(null, null);
            one.setKeyEntry(name, all.getKey(name, PASSWORD), PASSWORD, all.getCertificateChain(name));
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(one, PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Writes an authority's certificate as an organisation hands it out. */
    Path pem(String name, Path file) {
        try {
            byte[] der = opened().getCertificate(name).getEncoded();
            return Files.writeString(
                    file,
                    "-----BEGIN CERTIFICATE-----\n"
                            + Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(der)
                            + "\n-----END CERTIFICATE-----\n");
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError(e);
        }
    }

    private KeyStore opened() throws GeneralSecurityException, IOException {
        KeyStore all = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            all.load(in, PASSWORD);
        }
        return all;
    }

    private void keytool(String... options) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-J-XX:TieredStopAtLevel=1",
                "-genkeypair",
                "-keystore",
                store.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD),
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + options[1]));
        command.addAll(List.of(options));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), US_ASCII);
            if (process.waitFor() != 0) {
                throw new AssertionError(said);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
