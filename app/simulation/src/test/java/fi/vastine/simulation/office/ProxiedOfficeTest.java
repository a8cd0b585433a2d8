package fi.vastine.simulation.office;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.contract.cases.Note;
import fi.vastine.contract.id.CaseId;
import fi.vastine.core.http.Network;
import fi.vastine.core.http.Patience;
import fi.vastine.core.http.ProxyChoice;
import fi.vastine.core.http.ProxySignIn;
import fi.vastine.core.session.Connection;
import fi.vastine.core.session.ServerAddress;
import fi.vastine.core.session.Sessions;
import fi.vastine.core.session.SignInResult;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Aino's laptop is in a network whose proxy alone knows where the backend is. */
class ProxiedOfficeTest {
    private static final String NAME = "vastine.esimerkki.example";
    private static final ServerAddress BACKEND = new ServerAddress(URI.create("https://" + NAME));
    private static final String FEEDBACK = "Jonotin puhelimessa 50 minuuttia.";

    @TempDir
    static Path made;

    private static Certificates certificates;
    private static String authority;

    @TempDir
    Path folder;

    private Office office;
    private FaultyProxy door;
    private ProxyOfTheHouse proxy;

    @BeforeAll
    static void makeCertificates() {
        certificates = new Certificates(made);
        certificates.authority("county");
        certificates.signed("right", "county", "dns:" + NAME);
        authority = certificates.pem("county", made.resolve("county.pem")).toString();
    }

    @BeforeEach
    void open() {
        office = new Office(folder);
        office.feedback(Office.WARD.value(), FEEDBACK);
        door = new FaultyProxy(office.port()).proving(certificates.of("right"));
        proxy = new ProxyOfTheHouse(
                Integer.parseInt(door.address().uri().toString().replaceAll(".*:", "")));
    }

    @AfterEach
    void close() {
        proxy.close();
        door.close();
        office.close();
    }

    @Test
    void withoutTheProxyThereIsNoBackend() {
        assertThat(signIn(network(ProxyChoice.NONE))).isInstanceOf(SignInResult.NoNetwork.class);
    }

    @Test
    void byAProxyThatIsSetADayIsAsAnyOther() {
        aDayIsAsAnyOther(network(fixed()));

        assertThat(proxy.asked()).isNotEmpty().allMatch(each -> each.startsWith("CONNECT " + NAME + ":443 "));
    }

    @Test
    void aScriptLeadsByTheProxyToo() throws IOException {
        Path script = Files.writeString(
                folder.resolve("talo.pac"),
                "function FindProxyForURL(url, host) { return dnsDomainIs(host, '.esimerkki.example') ?"
                        + " 'PROXY 127.0.0.1:" + proxy.port() + "; DIRECT' : 'DIRECT'; }");
        aDayIsAsAnyOther(network(new ProxyChoice.Pac(script.toUri())));
    }

    @Test
    void theProxyOfTheEnvironmentIsTheSystems() {
        var network = new Network(
                ProxyChoice.SYSTEM,
                authority,
                Map.of("https_proxy", "http://127.0.0.1:" + proxy.port()),
                Optional::empty);

        assertThat(signIn(network)).isInstanceOf(SignInResult.SignedIn.class).satisfies(ProxiedOfficeTest::ended);
    }

    @Test
    void aProxyThatAsksIsShownWhatIsKeptForItAndNoOtherIs() {
        proxy.wanting("koskela", "talon salasana");
        Network network = network(fixed());
        assertThat(signIn(network)).isInstanceOf(SignInResult.ProxySignIn.class);
        assertThat(network.asking()).contains("127.0.0.1:" + proxy.port());

        network.signInWith(new ProxySignIn("muu.example:8080", "koskela", "talon salasana"));
        assertThat(signIn(network)).isInstanceOf(SignInResult.ProxySignIn.class);
        network.signInWith(new ProxySignIn("127.0.0.1:" + proxy.port(), "koskela", "väärä"));
        assertThat(signIn(network)).isInstanceOf(SignInResult.ProxySignIn.class);
        assertThat(proxy.asked()).noneMatch(each -> each.contains("talon"));

        network.signInWith(new ProxySignIn("127.0.0.1:" + proxy.port(), "koskela", "talon salasana"));
        aDayIsAsAnyOther(network);
        assertThat(door.heard()).isPositive();
    }

    @Test
    void aSignInOfAnotherKindIsToldAndNothingIsShown() {
        Network network = network(fixed());
        network.signInWith(new ProxySignIn("127.0.0.1:" + proxy.port(), "koskela", "talon salasana"));
        for (String scheme : List.of("NTLM", "Negotiate")) {
            proxy.wanting("koskela", "talon salasana").speaking(scheme);

            assertThat(signIn(network)).as(scheme).isInstanceOf(SignInResult.ProxySignIn.class);
        }
        assertThat(proxy.asked()).isNotEmpty().noneMatch(each -> each.contains("Basic"));
    }

    @Test
    void aProxysOwnPageInThePlaceOfTheBackendIsToldAsSuchAndABackendThatItCannotReachIsNotThere() {
        Map.of(
                        "302 Found", SignInResult.NotVastine.class,
                        "403 Forbidden", SignInResult.NotVastine.class,
                        "511 Network Authentication Required", SignInResult.NotVastine.class,
                        "502 Bad Gateway", SignInResult.NoNetwork.class,
                        "504 Gateway Timeout", SignInResult.NoNetwork.class)
                .forEach((status, told) -> {
                    proxy.showing(status);

                    assertThat(signIn(network(fixed()))).as(status).isInstanceOf(told);
                });
    }

    @Test
    void whatIsWrittenWhileTheProxyAsksGoesOutOnceItIsSignedInTo() {
        Network network = network(fixed());
        try (Laptop aino = laptop(network)) {
            CaseId id = aino.sees(FEEDBACK);
            aino.hasSentAll();
            proxy.wanting("koskela", "talon salasana");
            door.hangUp();
            aino.notes(id, "Soitan huomenna");
            aino.session().syncNow();
            aino.isTold(Connection.PROXY_SIGN_IN);
            assertThat(aino.session().syncState().waiting()).hasSize(1);

            network.signInWith(new ProxySignIn("127.0.0.1:" + proxy.port(), "koskela", "talon salasana"));
            aino.hasSentAll();

            assertThat(aino.open(id).notes()).extracting(Note::text).containsExactly("Soitan huomenna");
        }
    }

    private void aDayIsAsAnyOther(Network network) {
        try (Laptop aino = laptop(network)) {
            CaseId id = aino.sees(FEEDBACK);
            aino.notes(id, "Soitan huomenna");
            aino.hasSentAll();
        }
    }

    private Laptop laptop(Network network) {
        return Laptop.of(sessions(network), BACKEND, Office.AINO.value(), Office.PASSWORD);
    }

    private SignInResult signIn(Network network) {
        return sessions(network).signIn(BACKEND, Office.AINO.value(), Office.PASSWORD, "LT-aino");
    }

    private Sessions sessions(Network network) {
        return Laptop.sessions(folder.resolve("aino"), Patience.USUAL, network);
    }

    private static void ended(SignInResult result) {
        ((SignInResult.SignedIn) result).session().close();
    }

    private ProxyChoice fixed() {
        return new ProxyChoice.Fixed("127.0.0.1", proxy.port());
    }

    private static Network network(ProxyChoice choice) {
        return new Network(choice, authority, Map.of(), Optional::empty);
    }
}
