package fi.vastine.simulation.office;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.contract.cases.Note;
import fi.vastine.contract.id.CaseId;
import fi.vastine.core.http.Patience;
import fi.vastine.core.session.Connection;
import fi.vastine.core.session.ServerAddress;
import fi.vastine.core.session.SignInResult;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Aino's laptop reaches the backend by TLS, and tells nothing to whom it cannot trust. */
class UntrustedBackendTest {
    private static final String HERE = "ip:127.0.0.1";
    private static final String FEEDBACK = "Jonotin puhelimessa 50 minuuttia.";

    /** A record of TLS 1.1 with its version, random bytes, no session, a cipher and no compression. */
    private static final String SERVER_HELLO_OF_1_1 = "160302002a" + "02000026" + "0302"
            + "5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a" + "00c01300";

    @TempDir
    static Path made;

    private static Certificates certificates;

    @TempDir
    Path folder;

    private Office office;
    private FaultyProxy door;

    @BeforeAll
    static void makeCertificates() {
        certificates = new Certificates(made);
        certificates.authority("county");
        certificates.authority("stranger");
        certificates.signed("right", "county", HERE);
        certificates.signed("another-host", "county", "dns:muu.esimerkki.example");
        certificates.signed("expired", "county", HERE, "-startdate", "-20d", "-validity", "10");
        certificates.signed("not-yet", "county", HERE, "-startdate", "+20d", "-validity", "10");
        certificates.signed("of-a-stranger", "stranger", HERE);
        certificates.selfSigned("self-signed", HERE);
        System.setProperty(
                "vastine.authorities",
                certificates.pem("county", made.resolve("county.pem")).toString());
    }

    @AfterAll
    static void forget() {
        System.clearProperty("vastine.authorities");
    }

    @BeforeEach
    void open() {
        office = new Office(folder);
        office.feedback(Office.WARD.value(), FEEDBACK);
        door = new FaultyProxy(office.port());
    }

    @AfterEach
    void close() {
        door.close();
        office.close();
    }

    @Test
    void noPasswordIsToldToWhomCannotBeTrusted() {
        Map.of(
                        "another-host", SignInResult.Untrusted.class,
                        "of-a-stranger", SignInResult.Untrusted.class,
                        "self-signed", SignInResult.Untrusted.class,
                        "expired", SignInResult.CertificateOutdated.class,
                        "not-yet", SignInResult.CertificateOutdated.class)
                .forEach((certificate, told) -> {
                    door.proving(certificates.of(certificate));

                    assertThat(signIn(door.address())).as(certificate).isInstanceOf(told);
                    assertThat(door.heard()).as(certificate).isZero();
                });
    }

    @Test
    void theOrganisationsOwnAuthorityIsBelieved() {
        door.proving(certificates.of("right"));
        try (Laptop aino = signedIn()) {
            aino.sees(FEEDBACK);
        }
    }

    @Test
    void aFileOfAuthoritiesThatCannotBeReadMakesNobodyTrusted() throws IOException {
        String right = System.getProperty("vastine.authorities");
        try {
            System.setProperty(
                    "vastine.authorities",
                    Files.writeString(folder.resolve("broken.pem"), "-----BEGIN CERTIFICATE-----\nzz")
                            .toString());
            door.proving(certificates.of("right"));
            assertThat(signIn(door.address())).isInstanceOf(SignInResult.Untrusted.class);
        } finally {
            System.setProperty("vastine.authorities", right);
        }
    }

    @Test
    void aBackendThatCanNoLongerBeTrustedIsToldNothingAndWhatWaitsGoesOutOnceItCan() {
        door.proving(certificates.of("right"));
        try (Laptop aino = signedIn()) {
            CaseId id = aino.sees(FEEDBACK);
            aino.hasSentAll();
            Map.of(
                            "another-host", Connection.UNTRUSTED,
                            "of-a-stranger", Connection.UNTRUSTED,
                            "expired", Connection.CERTIFICATE_OUTDATED)
                    .forEach((certificate, told) -> {
                        door.proving(certificates.of(certificate));
                        door.hangUp();
                        long heard = door.heard();
                        aino.notes(id, certificate);
                        aino.session().syncNow();

                        aino.isTold(told);
                        assertThat(door.heard()).as(certificate).isEqualTo(heard);
                        assertThat(aino.session().syncState().waiting()).hasSize(1);
                        assertThat(aino.session().book().rows()).hasSize(1);

                        door.proving(certificates.of("right"));
                        aino.hasSentAll();
                    });
            assertThat(aino.open(id).notes())
                    .extracting(Note::text)
                    .containsExactlyInAnyOrder("another-host", "of-a-stranger", "expired");
        }
    }

    @Test
    void whatDoesNotEncryptAtAllIsSomethingElseThanVastine() {
        assertThat(signIn(new ServerAddress(URI.create("https://127.0.0.1:" + office.port()))))
                .isInstanceOf(SignInResult.NotVastine.class);
    }

    /** A server that chooses TLS 1.1, and one that says that it knows nothing newer. */
    @ParameterizedTest
    @ValueSource(strings = {SERVER_HELLO_OF_1_1, "15030200020246"})
    void encryptionOfYesterdayIsNotSafeEnough(String answer) throws IOException {
        byte[] bytes = HexFormat.of().parseHex(answer);
        try (ServerSocket old = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> answerAll(old, bytes));
            assertThat(signIn(new ServerAddress(URI.create("https://127.0.0.1:" + old.getLocalPort()))))
                    .isInstanceOf(SignInResult.Untrusted.class);
        }
    }

    private static void answerAll(ServerSocket old, byte[] bytes) {
        try {
            while (true) {
                try (Socket client = old.accept()) {
                    client.getInputStream().read(new byte[4096]);
                    client.getOutputStream().write(bytes);
                    client.getOutputStream().flush();
                    client.getInputStream().readAllBytes();
                }
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    @Test
    void withoutEncryptionOnlyThisMachineItselfIsAnAddress() {
        for (String address : new String[] {"http://127.0.0.1:8480", "http://localhost:8480", "http://[::1]:8480"}) {
            assertThat(ServerAddress.parse(address)).as(address).isPresent();
        }
        for (String address : new String[] {
            "http://vastine.esimerkki.example",
            "http://127.0.0.1.esimerkki.example",
            "http://localhost.esimerkki.example",
            "http://127.0.0.1@esimerkki.example",
            "http://10.0.0.1",
            "http://0.0.0.0",
            "ws://127.0.0.1",
            "file:///etc/passwd"
        }) {
            assertThat(ServerAddress.parse(address)).as(address).isEmpty();
        }
    }

    private Laptop signedIn() {
        return Laptop.signedIn(folder.resolve("aino"), door.address(), Office.AINO.value(), Office.PASSWORD);
    }

    private SignInResult signIn(ServerAddress address) {
        return Laptop.sessions(folder.resolve("aino"), Patience.USUAL)
                .signIn(address, Office.AINO.value(), Office.PASSWORD, "LT-aino");
    }
}
