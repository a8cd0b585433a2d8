package fi.vastine.simulation.office;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.contract.cases.Note;
import fi.vastine.contract.id.CaseId;
import fi.vastine.core.cases.CaseRow;
import fi.vastine.core.http.Patience;
import fi.vastine.core.session.Connection;
import fi.vastine.core.session.Waiting;
import fi.vastine.simulation.office.FaultyProxy.Fault;
import fi.vastine.simulation.office.FaultyProxy.Meeting;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Aino works on a network that cuts, stalls, lies and answers in the backend's place: nothing is removed, nothing doubled, she is told
 * how it stands, and all heals by itself.
 *
 * <p>{@code -Dcuts=1} cuts at every byte instead of at each fortieth and those that matter.
 */
class FaultyNetworkTest {
    private static final int EACH = Integer.getInteger("cuts", 40);
    private static final String PULL = "/v1/changes";
    private static final String PUSH = "/v1/commands";
    private static final String NEWS = "/v1/changes/wait";
    private static final String READS = "/v1/reads";
    private static final String FIRST = "Jonotin puhelimessa 50 minuuttia.";

    /** Of a laptop that gives up on silence soon, but not on a busy machine. */
    private static final Patience SHORT =
            new Patience(Duration.ofSeconds(5), Duration.ofSeconds(3), Duration.ofSeconds(75), Duration.ofSeconds(90));

    @TempDir
    Path folder;

    private Office office;
    private FaultyProxy network;
    private Laptop aino;
    private CaseId first;

    @BeforeEach
    void signIn() {
        office = new Office(folder);
        office.feedback(Office.WARD.value(), FIRST);
        network = new FaultyProxy(office.port());
        aino = signedIn(SHORT);
        first = aino.sees(FIRST);
        aino.hasSentAll();
    }

    @AfterEach
    void close() {
        aino.close();
        network.close();
        office.close();
    }

    private Laptop signedIn(Patience patience) {
        Path profile = folder.resolve("aino-" + System.nanoTime());
        return Laptop.signedIn(patience, profile, network.address(), Office.AINO.value(), Office.PASSWORD);
    }

    @Test
    void newsThatIsCutAnywhereComesWholeLater() {
        byte[] packed = newsArrives("Kahvi oli kylmää.");
        cutNews(cuts(packed));
        network.unpacked();
        byte[] plain = newsArrives("Keitto oli kylmää.");
        cutNews(cuts(plain));
    }

    @Test
    void newsFromAnOldProxyIsWholeOrNotAtAll() {
        network.unpacked();
        network.next(PULL, Faults.changed(Faults::asOfHttp10));
        byte[] old = Faults.asOfHttp10(newsArrives("Kahvi oli kylmää."));
        String text = new String(old, ISO_8859_1);
        for (int cut : List.of(text.indexOf("\r\n\r\n") + 4, text.indexOf("{\"page\""), old.length - 1, old.length)) {
            network.next(PULL, Faults.changed(answer -> {
                byte[] whole = Faults.asOfHttp10(answer);
                return Arrays.copyOf(whole, Math.min(cut, whole.length));
            }));
            newsArrives("Katkaistu vanhassa kohdassa " + cut);
        }
    }

    private void cutNews(Iterable<Integer> places) {
        for (int place : places) {
            network.next(PULL, Faults.answerCutAfter(place));
            newsArrives("Katkesi kohdassa " + place + " " + System.nanoTime());
        }
        assertThat(aino.session().book().rows()).extracting(CaseRow::excerpt).doesNotHaveDuplicates();
    }

    /** Feedback comes in, and Aino sees it however often the network fails; gives the answer of the first try. */
    private byte[] newsArrives(String text) {
        aino.isTold(Connection.ONLINE);
        int before = network.met(PULL).size();
        List<String> held = excerpts();
        office.feedback(Office.WARD.value(), text);
        network.awaitMet(PULL, before + 1);
        assertThat(excerpts()).containsAll(held);
        // Who asks before the laptop has noticed the failure is not heard, and who asks without one meets the next.
        Eventually.holds(
                () -> excerpts().contains(text) || aino.session().syncState().connection() != Connection.ONLINE);
        if (!excerpts().contains(text)) {
            aino.session().syncNow();
        }
        aino.sees(text);
        return network.met(PULL).get(before).answer;
    }

    @Test
    void aCommandWhoseAnswerIsCutAnywhereIsAppliedOnce() {
        List<String> written = new ArrayList<>(List.of("Soitan huomenna."));
        aino.notes(first, "Soitan huomenna.");
        aino.hasSentAll();
        Meeting whole = network.met(PUSH).getLast();
        for (int place : cuts(whole.answer)) {
            written.add(noteArrives(Faults.answerCutAfter(place), "Vastaus katkesi: " + place));
        }
        int request = whole.request().length();
        int body = whole.request().indexOf("\r\n\r\n") + 4;
        for (int place : places(request, 1, body - 2, body, body + 1, request - 1)) {
            written.add(noteArrives(Faults.requestCutAfter(place), "Pyyntö katkesi: " + place));
        }

        assertThat(notesAtTheBackend()).containsExactlyElementsOf(written);
    }

    private String noteArrives(Fault fault, String text) {
        network.next(PUSH, fault);
        int before = network.met(PUSH).size();
        aino.notes(first, text);
        network.awaitMet(PUSH, before + 1);
        aino.hasSentAll();
        return text;
    }

    @Test
    void silenceIsToldAsNoNetworkAndNothingIsLostByIt() {
        for (int place : List.of(0, 1, 300)) {
            network.next(PULL, Faults.silentAfter(place));
            office.feedback(Office.WARD.value(), "Hiljeni kohdassa " + place);
            aino.isTold(Connection.OFFLINE);
            assertThat(excerpts()).contains(FIRST).doesNotContain("Hiljeni kohdassa " + place);
            aino.session().syncNow();
            aino.sees("Hiljeni kohdassa " + place);
        }
        noteArrives(Faults.silentAfter(1), "Soitan huomenna.");
        assertThat(notesAtTheBackend()).containsExactly("Soitan huomenna.");
    }

    @Test
    void anAnswerThatTricklesWithoutAnEndIsGivenUp() {
        aino.close();
        aino = signedIn(new Patience(SHORT.connect(), SHORT.answer(), SHORT.news(), Duration.ofSeconds(4)));
        aino.sees(FIRST);
        network.next(PULL, Faults.trickle());
        office.feedback(Office.WARD.value(), "Kahvi oli kylmää.");
        aino.isTold(Connection.OFFLINE);

        aino.session().syncNow();
        aino.sees("Kahvi oli kylmää.");
    }

    @Test
    void whateverAnswersInTheBackendsPlaceRemovesNothingAndIsTold() {
        for (WrongAnswer each : WrongAnswer.all()) {
            List<String> held = excerpts();
            network.inTheWay(Faults.answers(each.answer()));
            office.feedback(Office.WARD.value(), "Tuli " + each.what());
            aino.notes(first, each.what());
            aino.session().syncNow();

            aino.isTold(each.told());
            assertThat(excerpts()).as(each.what()).isEqualTo(held);
            assertThat(aino.session().syncState().waiting())
                    .as(each.what())
                    .extracting(Waiting::caseId)
                    .containsExactly(first);

            network.inTheWay(null);
            aino.hasSentAll();
            aino.sees("Tuli " + each.what());
        }

        assertThat(notesAtTheBackend())
                .containsExactlyElementsOf(
                        WrongAnswer.all().stream().map(WrongAnswer::what).toList());
        assertThat(aino.session().attention().items()).isEmpty();
    }

    @Test
    void anAnswerThatUnpacksToMoreThanMemoryHoldsIsGivenUp() {
        for (byte[] bomb : List.of(
                Faults.bomb("application/x-ndjson", 300, false), Faults.bomb("application/x-ndjson", 300, true))) {
            assertThat(bomb).hasSizeLessThan(2 << 20);
            network.next(PULL, Faults.answers(bomb));
            office.feedback(
                    Office.WARD.value(), "Tuli pakattuna " + network.met(PULL).size());
            aino.isTold(Connection.SERVER_TROUBLE);
            aino.hasSentAll();
        }
        network.inTheWay(Faults.answers(Faults.bomb("application/problem+json", 300, false)));
        aino.notes(first, "Soitan huomenna.");
        aino.session().syncNow();
        aino.isTold(Connection.PROXY_PAGE);
        network.inTheWay(null);
        noteArrives(Faults.answers(Faults.bomb("application/json", 300, false)), "Soitan ylihuomenna.");
        assertThat(notesAtTheBackend()).containsExactly("Soitan huomenna.", "Soitan ylihuomenna.");
    }

    @Test
    void aRequestThatWouldUnpackToMoreThanMemoryHoldsIsNotUnpacked() throws Exception {
        var form = new ByteArrayOutputStream();
        try (var packed = new GZIPOutputStream(form)) {
            packed.write("{\"unit\":\"osasto-2\",\"text\":\"".getBytes(ISO_8859_1));
            packed.write(new byte[64 << 20]);
        }
        try (HttpClient web = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(office.address() + "/v1/feedback"))
                    .header("Content-Type", "application/json")
                    .header("Content-Encoding", "gzip")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(form.toByteArray()))
                    .build();
            assertThat(web.send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
                    .isBetween(400, 499);
        }
        aino.hasSentAll();
        assertThat(excerpts()).containsExactly(FIRST);
    }

    @Test
    void anAnswerThatComesTwiceOrBelongsToAnotherQuestionChangesNothing() {
        byte[] old = newsArrives("Kahvi oli kylmää.");
        aino.notes(first, "Soitan huomenna.");
        aino.hasSentAll();
        byte[] oldOutcome = network.met(PUSH).getLast().answer;

        network.next(PULL, Faults.changed(FaultyNetworkTest::twice));
        newsArrives("Keitto oli kylmää.");
        network.next(PULL, Faults.answers(old), Faults.answers(oldOutcome));
        newsArrives("Puuro oli kylmää.");
        noteArrives(Faults.changed(FaultyNetworkTest::twice), "Soitin.");
        noteArrives(Faults.answers(oldOutcome), "Soitin taas.");
        noteArrives(Faults.answers(old), "Soitin vielä.");

        aino.hasSentAll();
        assertThat(excerpts())
                .containsExactlyInAnyOrder(FIRST, "Kahvi oli kylmää.", "Keitto oli kylmää.", "Puuro oli kylmää.");
        assertThat(notesAtTheBackend()).containsExactly("Soitan huomenna.", "Soitin.", "Soitin taas.", "Soitin vielä.");
    }

    @Test
    void anAnswerOfEarlierToAQuestionForNewsIsNotAskedOnAndOn() {
        network.awaitMet(PULL, 1);
        aino.close();
        network.next(
                NEWS,
                Stream.generate(() -> Faults.answers(
                                Faults.http("200 OK", "application/json", "{\"changeNo\":1,\"scopeVersion\":1}")))
                        .limit(5)
                        .toArray(Fault[]::new));
        aino = signedIn(SHORT);
        aino.hasSentAll();
        int asked = network.met(NEWS).size();
        network.awaitMet(NEWS, asked + 1);
        int pulls = network.met(PULL).size();
        network.awaitMet(NEWS, asked + 4);

        // One may be her own that was late; whoever believed the old answers would have asked after each.
        assertThat(network.met(PULL)).hasSizeLessThanOrEqualTo(pulls + 1);
    }

    @Test
    void whatWasReadIsToldAgainWhenOnlyAPortalHasHeardOfIt() {
        network.next(READS, Faults.answers(Faults.http("200 OK", "text/html", "<html>")));
        aino.open(first);
        Eventually.holds(() -> aino.session().opened().contains(first));
        aino.session().syncNow();
        network.awaitMet(READS, 1);
        aino.session().syncNow();
        network.awaitMet(READS, 2);

        assertThat(network.met(READS).get(1).request()).contains(first.toString());
        assertThat(new String(network.met(READS).get(1).answer, ISO_8859_1)).startsWith("HTTP/1.1 204");
    }

    private static byte[] twice(byte[] answer) {
        return (new String(answer, ISO_8859_1) + new String(answer, ISO_8859_1)).getBytes(ISO_8859_1);
    }

    private List<String> excerpts() {
        return aino.session().book().rows().stream().map(CaseRow::excerpt).toList();
    }

    private List<String> notesAtTheBackend() {
        try (Laptop other = office.laptopOf(Office.AINO)) {
            other.sees(FIRST);
            other.hasSentAll();
            return other.open(first).notes().stream().map(Note::text).toList();
        }
    }

    /** In the headers, in a line, between lines, before the last line, in it, in the packing's trailer; and every so many bytes. */
    private static Iterable<Integer> cuts(byte[] answer) {
        String text = new String(answer, ISO_8859_1);
        int body = text.indexOf("\r\n\r\n") + 4;
        int line = text.indexOf('\n', body + 12);
        int page = text.indexOf("{\"page\"");
        return places(
                answer.length,
                1,
                9,
                body - 3,
                body,
                body + 1,
                line,
                line + 1,
                page,
                page + 5,
                answer.length - 13,
                answer.length - 8,
                answer.length - 5,
                answer.length - 1);
    }

    private static Iterable<Integer> places(int length, int... thatMatter) {
        var places = new TreeSet<Integer>();
        IntStream.iterate(0, place -> place < length, place -> place + EACH).forEach(places::add);
        IntStream.of(thatMatter).filter(place -> place >= 0 && place < length).forEach(places::add);
        return places;
    }
}
