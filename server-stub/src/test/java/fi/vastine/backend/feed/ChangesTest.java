package fi.vastine.backend.feed;

import static fi.vastine.backend.TestBackend.AINO;
import static fi.vastine.backend.TestBackend.BO;
import static fi.vastine.backend.TestBackend.CLINIC;
import static fi.vastine.backend.TestBackend.COLLEAGUE;
import static fi.vastine.backend.TestBackend.COLLECTOR;
import static fi.vastine.backend.TestBackend.MORNING;
import static fi.vastine.backend.TestBackend.QUALITY;
import static fi.vastine.backend.TestBackend.SUBSTITUTE;
import static fi.vastine.backend.TestBackend.TODAY;
import static fi.vastine.backend.TestBackend.WARD;
import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.backend.TestBackend;
import fi.vastine.backend.TestLaptop;
import fi.vastine.backend.TestLaptop.Pulled;
import fi.vastine.backend.store.AuditEntry;
import fi.vastine.backend.store.TestDatabase;
import fi.vastine.contract.cases.Draft;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.DraftId;
import fi.vastine.contract.id.NoteId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.reference.Substitution;
import fi.vastine.contract.wire.Checksum;
import fi.vastine.contract.wire.PullLine;
import fi.vastine.contract.wire.PullLine.CaseLine;
import fi.vastine.contract.wire.PullLine.ForgetLine;
import fi.vastine.contract.wire.PullLine.PageLine;
import fi.vastine.contract.wire.PullRequest;
import fi.vastine.contract.wire.Reads;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class ChangesTest {
    private final TestDatabase kind;

    @TempDir
    Path folder;

    private TestBackend backend;

    ChangesTest(TestDatabase kind) {
        this.kind = kind;
    }

    @BeforeEach
    void start() {
        backend = new TestBackend(kind, folder);
    }

    @AfterEach
    void stop() {
        backend.close();
    }

    @Test
    void aNewLaptopGetsItsScopeAllDocumentsAndItsUnitsCasesOnly() {
        FeedbackCase mine = backend.comesIn(WARD, "Odotin kaksi tuntia.");
        backend.comesIn(CLINIC, "Toisen yksikön asia.");

        Pulled pulled = backend.laptopOf(AINO).pullAll(100);

        assertThat(pulled.lines().getFirst())
                .isInstanceOfSatisfying(
                        PullLine.ScopeLine.class,
                        line -> assertThat(line.scope().units()).containsExactly(WARD));
        assertThat(pulled.cases()).extracting(CaseLine::snapshot).containsExactly(mine);
        assertThat(pulled.all(PullLine.UnitLine.class)).hasSize(3);
        assertThat(pulled.all(PullLine.PersonLine.class)).hasSize(8);
        assertThat(pulled.all(PullLine.ThemeLine.class)).hasSize(1);
        assertThat(pulled.all(PullLine.RuleLine.class)).hasSize(1);
        assertThat(pulled.end().checksums()).containsExactlyEntriesOf(Map.of(WARD, sum(List.of(mine))));
    }

    @Test
    void whatOwesAReplyComesFirstByItsDueDateThenTheNewest() {
        FeedbackCase oldThanks = backend.comesIn(WARD, "Kiitos!", null);
        backend.clock.pass(Duration.ofDays(1));
        FeedbackCase dueFirst = backend.comesIn(WARD, "Vastatkaa.");
        backend.clock.pass(Duration.ofDays(1));
        FeedbackCase newThanks = backend.comesIn(WARD, "Kiitos taas!", null);
        FeedbackCase dueLater = backend.comesIn(WARD, "Vastatkaa tekin.");

        Pulled pulled = backend.laptopOf(AINO).pullAll(100);

        assertThat(pulled.caseIds()).containsExactly(dueFirst.id(), dueLater.id(), newThanks.id(), oldThanks.id());
    }

    @Test
    void pageByPageEachUnitsOwedRepliesComeBeforeAnythingElseAndNothingComesTwice() {
        List<CaseId> owed = new ArrayList<>();
        List<CaseId> others = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            UnitId unit = i % 3 == 0 ? CLINIC : WARD;
            others.add(backend.comesIn(unit, "Kiitos " + i, null).id());
            owed.add(backend.comesIn(unit, "Vastatkaa " + i).id());
        }

        Pulled pulled = backend.laptopOf(QUALITY).pullAll(4);

        assertThat(pulled.caseIds().subList(0, 9)).containsExactlyInAnyOrderElementsOf(owed);
        assertThat(pulled.caseIds().subList(9, 18)).containsExactlyInAnyOrderElementsOf(others);
    }

    @Test
    void whatChangesWhileAFirstDownloadGoesOnComesWithTheLiveStream() {
        List<FeedbackCase> before = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            before.add(backend.comesIn(WARD, "Palaute " + i));
        }
        TestLaptop laptop = backend.laptopOf(AINO);
        Pulled first = laptop.pull(new PullRequest(null, -1, Map.of(), 0, 2));
        FeedbackCase changed = before.stream()
                .filter(each -> !first.caseIds().contains(each.id()))
                .findFirst()
                .orElseThrow();
        backend.laptopOf(COLLEAGUE).does(changed.id(), note("Kesken latauksen."));
        FeedbackCase fresh = backend.comesIn(WARD, "Aivan uusi.");

        List<PullLine> lines = new ArrayList<>(first.lines());
        Pulled page = first;
        while (page.end().more()) {
            page = laptop.pull(page.next(1, 2));
            assertThat(page.cases()).as("each stream has its share").isNotEmpty();
            lines.addAll(page.lines());
        }
        Pulled all = new Pulled(lines);

        assertThat(all.caseIds()).doesNotHaveDuplicates().hasSize(7).contains(fresh.id());
        assertThat(all.cases().stream().map(CaseLine::snapshot))
                .filteredOn(each -> each.id().equals(changed.id()))
                .singleElement()
                .satisfies(each -> assertThat(each.notes()).hasSize(1));
        assertThat(all.end().checksums())
                .containsEntry(
                        WARD, sum(all.cases().stream().map(CaseLine::snapshot).toList()));
    }

    @Test
    void aFirstDownloadTellsHowManyCasesThereWillBeWhenItEnds() {
        for (int i = 0; i < 4; i++) {
            backend.comesIn(WARD, "Palaute " + i);
        }
        FeedbackCase moved = backend.comesIn(WARD, "Koskee vastaanottoa.");
        backend.laptopOf(QUALITY).does(moved.id(), new Command.MoveToUnit(WARD, CLINIC, "Väärä yksikkö."));

        Pulled begun = backend.laptopOf(AINO).pull(new PullRequest(null, -1, Map.of(), 0, 3));
        Pulled ended = backend.laptopOf(AINO).pull(begun.next(1, 100));

        assertThat(begun.end().expected()).isEqualTo(4);
        assertThat(ended.end().expected()).isZero();
        assertThat(backend.laptopOf(QUALITY)
                        .pull(new PullRequest(null, -1, Map.of(), 0, 3))
                        .end()
                        .expected())
                .isEqualTo(5);
    }

    @Test
    void aCaseThatLeavesIsForgottenByWhoSeesOnlyItsOldUnit() {
        FeedbackCase moving = backend.comesIn(WARD, "Koskee vastaanottoa.");
        TestLaptop ward = backend.laptopOf(AINO);
        TestLaptop quality = backend.laptopOf(QUALITY);
        Pulled ofWard = ward.pullAll(100);
        Pulled ofQuality = quality.pullAll(100);

        quality.does(moving.id(), new Command.MoveToUnit(WARD, CLINIC, "Väärä yksikkö."));

        assertThat(ward.pull(ofWard.next(1, 100)).all(ForgetLine.class))
                .singleElement()
                .satisfies(line -> assertThat(line.caseId()).isEqualTo(moving.id()));
        Pulled seen = quality.pull(ofQuality.next(1, 100));
        assertThat(seen.all(ForgetLine.class)).isEmpty();
        assertThat(seen.caseIds()).containsExactly(moving.id());
        assertThat(backend.laptopOf(BO).pullAll(100).caseIds()).containsExactly(moving.id());
    }

    @Test
    void aCaseThatCameBackIsNotForgotten() {
        FeedbackCase moving = backend.comesIn(WARD, "Kumman asia?");
        TestLaptop ward = backend.laptopOf(AINO);
        Pulled before = ward.pullAll(100);
        TestLaptop quality = backend.laptopOf(QUALITY);

        quality.does(moving.id(), new Command.MoveToUnit(WARD, CLINIC, "Sinne."));
        Pulled away = ward.pull(before.next(1, 100));
        quality.does(moving.id(), new Command.MoveToUnit(CLINIC, WARD, "Takaisin."));
        Pulled back = ward.pull(before.next(1, 100));
        Pulled stepwise = ward.pull(away.next(1, 100));

        assertThat(away.all(ForgetLine.class)).hasSize(1);
        assertThat(back.all(ForgetLine.class)).isEmpty();
        assertThat(back.caseIds()).containsExactly(moving.id());
        assertThat(stepwise.all(ForgetLine.class)).isEmpty();
        assertThat(stepwise.cases().getFirst().snapshot().changeNo())
                .isGreaterThan(away.all(ForgetLine.class).getFirst().changeNo());
    }

    @Test
    void aSnapshotSaysWhichOfTheAskingDevicesCommandsItHolds() {
        FeedbackCase open = backend.comesIn(WARD, "Odotin kaksi tuntia.");
        TestLaptop mine = backend.laptopOf(AINO);
        TestLaptop other = backend.laptopOf(COLLEAGUE);
        mine.does(open.id(), note("Yksi."));
        mine.does(open.id(), note("Kaksi."));
        other.does(open.id(), note("Kolme."));

        assertThat(mine.pullAll(10).cases()).extracting(CaseLine::seq).containsExactly(2L);
        assertThat(other.pullAll(10).cases()).extracting(CaseLine::seq).containsExactly(1L);
        assertThat(backend.laptopOf(AINO).pullAll(10).cases())
                .extracting(CaseLine::seq)
                .containsExactly(0L);
    }

    @Test
    void aDraftIsSeenByItsAuthorTheReviewerAndTheActiveSubstituteOnly() {
        FeedbackCase open = backend.comesIn(WARD, "Odotin kaksi tuntia.");
        var save = new Command.SaveDraft(
                new DraftId(UUID.randomUUID()),
                0,
                new DraftId(UUID.randomUUID()),
                open.latestMessage().id(),
                "Luonnos.");
        TestLaptop author = backend.laptopOf(AINO);
        author.does(open.id(), save);

        assertThat(draftsSeenBy(AINO)).containsExactly("Luonnos.");
        assertThat(draftsSeenBy(COLLEAGUE)).isEmpty();
        assertThat(draftsSeenBy(QUALITY)).isEmpty();

        author.does(open.id(), new Command.AskReview(save.draft(), 1, COLLEAGUE));
        backend.directory.substitute(new Substitution(AINO, SUBSTITUTE, TODAY, TODAY.plusDays(5)));

        assertThat(draftsSeenBy(COLLEAGUE)).containsExactly("Luonnos.");
        assertThat(draftsSeenBy(SUBSTITUTE)).containsExactly("Luonnos.");
        assertThat(draftsSeenBy(QUALITY)).isEmpty();
    }

    @Test
    void whoStandsInForAPersonHasHerDraftsThenAndNotAfterwardsThoughTheCaseWasHeldBefore() {
        FeedbackCase open = backend.comesIn(WARD, "Odotin kaksi tuntia.");
        backend.laptopOf(AINO)
                .does(
                        open.id(),
                        new Command.SaveDraft(
                                new DraftId(UUID.randomUUID()),
                                0,
                                new DraftId(UUID.randomUUID()),
                                open.latestMessage().id(),
                                "Luonnos."));
        TestLaptop quality = backend.laptopOf(QUALITY);
        Pulled before = quality.pullAll(100);
        assertThat(drafts(before)).isEmpty();

        backend.directory.substitute(new Substitution(AINO, QUALITY, TODAY, TODAY.plusDays(5)));
        Pulled during = brings(quality, before, open.id());
        assertThat(drafts(during)).containsExactly("Luonnos.");

        backend.clock.pass(Duration.ofDays(7));
        assertThat(drafts(brings(backend.laptopOf(QUALITY), during, open.id()))).isEmpty();
    }

    @Test
    void aCollectorReadsNoCase() {
        backend.comesIn(WARD, "Odotin kaksi tuntia.");

        Pulled pulled = backend.laptopOf(COLLECTOR).pullAll(100);

        assertThat(pulled.cases()).isEmpty();
        assertThat(pulled.all(PullLine.UnitLine.class)).hasSize(3);
    }

    @Test
    void aUnitAskedForWithoutAGrantIsNotSent() {
        backend.comesIn(CLINIC, "Toisen yksikön asia.");
        TestLaptop laptop = backend.laptopOf(AINO);
        Pulled before = laptop.pullAll(100);

        Pulled asked = laptop.pull(before.next(1, 100, CLINIC));

        assertThat(asked.cases()).isEmpty();
        assertThat(asked.end().catchUp()).isEmpty();
    }

    @Test
    void aNewlyGrantedUnitIsDownloadedOnceItIsAskedFor() {
        FeedbackCase waiting = backend.comesIn(WARD, "Odotin kaksi tuntia.");
        TestLaptop laptop = backend.laptopOf(SUBSTITUTE);
        Pulled before = laptop.pullAll(100);
        assertThat(before.cases()).isEmpty();

        backend.directory.substitute(new Substitution(AINO, SUBSTITUTE, TODAY, TODAY.plusDays(5)));
        Pulled told = laptop.pull(before.next(1, 100));
        Pulled downloaded = laptop.pull(told.next(2, 100, WARD));

        assertThat(told.all(PullLine.ScopeLine.class)).singleElement().satisfies(line -> {
            assertThat(line.scope().units()).containsExactly(WARD);
            assertThat(line.scope().until()).containsEntry(WARD, TODAY.plusDays(5));
        });
        assertThat(downloaded.caseIds()).containsExactly(waiting.id());
        assertThat(downloaded.end().checksums()).containsEntry(WARD, sum(List.of(waiting)));
    }

    @Test
    void whoKnewAnotherEpochIsToBeginAnew() {
        backend.comesIn(WARD, "Odotin kaksi tuntia.");

        Pulled pulled = backend.laptopOf(AINO).pull(new PullRequest("toinen-aika", 500, Map.of(), 1, 100));

        PageLine end = pulled.end();
        assertThat(pulled.cases()).isEmpty();
        assertThat(end.after()).isNegative();
        assertThat(end.more()).isTrue();
        assertThat(end.epoch())
                .isEqualTo(backend.laptopOf(AINO).pullAll(10).end().epoch());
    }

    @Test
    void aPageIsPackedForWhoAcceptsIt() throws IOException, InterruptedException {
        backend.comesIn(WARD, "Odotin kaksi tuntia.");
        TestLaptop laptop = backend.laptopOf(AINO);
        var asked = new PullRequest(null, -1, Map.of(), 0, 100);

        HttpResponse<InputStream> answer;
        try (HttpClient http = HttpClient.newHttpClient()) {
            answer = http.send(
                    backend.client
                            .posting("/v1/changes", asked)
                            .header("Authorization", "Bearer " + laptop.token())
                            .header("Accept-Encoding", "gzip")
                            .build(),
                    BodyHandlers.ofInputStream());
            assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/x-ndjson");
            String text = new String(new GZIPInputStream(answer.body()).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(text).contains("Odotin kaksi tuntia.").endsWith("}\n");
        }
    }

    @Test
    void aCursorThatWasNeverGivenOutIsSaidToBeWrong() {
        String asked =
                "{\"after\":0,\"catchUp\":{\"osasto-1\":{\"to\":5,\"at\":\"x\"}},\"scopeVersion\":0,\"limit\":5}";

        HttpResponse<String> answer =
                backend.client.postAs(backend.laptopOf(AINO).token(), "/v1/changes", asked);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(backend.client.problem(answer).field()).isEqualTo("/catchUp");
    }

    @Test
    void whatWasOpenedIsLoggedOnceHoweverOftenItIsTold() {
        FeedbackCase open = backend.comesIn(WARD, "Odotin kaksi tuntia.");
        var reads = new Reads(List.of(
                new Reads.Read(open.id(), Reads.What.CASE, MORNING),
                new Reads.Read(open.id(), Reads.What.CONTACT, MORNING, Reads.Why.HAND_OVER)));

        TestLaptop laptop = backend.laptopOf(AINO);

        for (int told = 0; told < 2; told++) {
            assertThat(backend.client.postAs(laptop.token(), "/v1/reads", reads).statusCode())
                    .isEqualTo(204);
        }

        assertThat(backend.audited())
                .containsExactly(
                        AuditEntry.read("case", AINO, laptop.device, open.id(), MORNING, MORNING, null),
                        AuditEntry.read("contact", AINO, laptop.device, open.id(), MORNING, MORNING, "hand-over"));
    }

    @Test
    void aReadingThatIsNotWholeIsNamedAndAWrongClockHoldsNothingUp() {
        TestLaptop laptop = backend.laptopOf(AINO);
        String whole = "{\"caseId\":\"%s\",\"what\":\"CASE\",\"at\":\"%s\"}".formatted(new UUID(1, 1), "%s");

        HttpResponse<String> partly = backend.client.postAs(laptop.token(), "/v1/reads", "{\"reads\":[{}]}");
        HttpResponse<String> far = backend.client.postAs(
                laptop.token(),
                "/v1/reads",
                "{\"reads\":[" + whole.formatted("+1000000000-12-31T23:59:59.999Z") + "]}");

        assertThat(backend.client.problem(partly).field()).isEqualTo("/reads/0/caseId");
        assertThat(far.statusCode()).isEqualTo(204);
        assertThat(backend.audited())
                .extracting(AuditEntry::made)
                .containsExactly(Instant.parse("9999-12-31T00:00:00Z"));
    }

    /** What comes after an earlier page, once a case is in it: the organisation is looked at once a second. */
    private static Pulled brings(TestLaptop laptop, Pulled earlier, CaseId id) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        Pulled pulled = laptop.pull(earlier.next(1, 100));
        while (!pulled.caseIds().contains(id) && System.nanoTime() < end) {
            pulled = laptop.pull(earlier.next(1, 100));
        }
        assertThat(pulled.caseIds()).contains(id);
        return pulled;
    }

    private List<String> draftsSeenBy(PersonId person) {
        return drafts(backend.laptopOf(person).pullAll(10));
    }

    private static List<String> drafts(Pulled pulled) {
        return pulled.cases().stream()
                .flatMap(line -> line.snapshot().drafts().stream())
                .map(Draft::text)
                .toList();
    }

    private static Command note(String text) {
        return new Command.AddNote(new NoteId(UUID.randomUUID()), text);
    }

    private static long sum(List<FeedbackCase> cases) {
        return cases.stream()
                .mapToLong(each -> Checksum.of(each.id(), each.changeNo()))
                .sum();
    }
}
