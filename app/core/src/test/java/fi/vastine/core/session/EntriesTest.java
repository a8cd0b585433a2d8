package fi.vastine.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.contract.cases.Channel;
import fi.vastine.contract.cases.FeedbackKind;
import fi.vastine.contract.cases.Way;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.command.Outcome;
import fi.vastine.contract.command.Refusal;
import fi.vastine.contract.due.DueDates;
import fi.vastine.contract.id.DeviceId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.id.UuidSource;
import fi.vastine.contract.reference.Role;
import fi.vastine.contract.wire.Push;
import fi.vastine.contract.wire.Scope;
import fi.vastine.core.cases.Desk;
import fi.vastine.core.json.Json;
import fi.vastine.core.key.FileKeyHolder;
import fi.vastine.core.outbox.HsqlOutbox;
import fi.vastine.core.outbox.Intention;
import fi.vastine.core.outbox.Outbox;
import fi.vastine.core.outbox.Registration;
import fi.vastine.core.replica.Cursors;
import fi.vastine.core.replica.MemoryReplica;
import fi.vastine.core.replica.Page;
import fi.vastine.core.store.Forensics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EntriesTest {
    private static final PersonId ELIAS = new PersonId("elias");
    private static final UnitId WARD = new UnitId("osasto-2");
    private static final Json JSON = new Json();

    @TempDir
    Path folder;

    private final SteppingClock clock = new SteppingClock();
    private final UuidSource uuids = new UuidSource(clock, new SplittableRandom(5));
    private final MemoryReplica replica = new MemoryReplica();
    private Outbox outbox;
    private Desk desk;
    private Commands commands;
    private Entries entries;

    @BeforeEach
    void start() {
        outbox = HsqlOutbox.open(folder.resolve("outbox"), new FileKeyHolder(folder.resolve("keys")), JSON);
        outbox.register(new Registration(new DeviceId(new UUID(1, 1)), "epoch"));
        desk = new Desk(outbox, replica, JSON, ELIAS, clock);
        commands = new Commands(desk, outbox, new Ids(uuids), clock, () -> {}, () -> {});
        entries = new Entries(desk, outbox, commands, ELIAS, JSON, clock);
    }

    @AfterEach
    void stop() {
        outbox.close();
    }

    @Test
    void aFormLeftHalfWayIsThereAfterARestart() {
        entries.keep(filled("Hoitaja kävi joka tunti"));

        restart();

        assertThat(entries.state().form().text()).isEqualTo("Hoitaja kävi joka tunti");
        assertThat(entries.state().form().kind()).isEqualTo(FeedbackKind.THANKS);
        assertThat(entries.state().today()).isZero();
    }

    @Test
    void anEntryIsOnDiskAndTheNextFormKeepsTheUnit() {
        Entries.Entered entered = entries.enter(filled("Kiitos yöhoitajalle."));

        assertThat(entered.now().today()).isEqualTo(1);
        assertThat(entered.now().form().unit()).isEqualTo(WARD);
        assertThat(entered.now().form().text()).isEmpty();
        assertThat(entered.now().form().way()).isNull();
        restart();
        assertThat(entries.state()).isEqualTo(entered.now());
        assertThat(desk.pending().value())
                .singleElement()
                .satisfies(each -> assertThat(((Command.EnterFeedback) each.command()).collector())
                        .isEqualTo(ELIAS));
    }

    @Test
    void whatIsTakenBackIsInTheFormAndWhatItInterruptedComesBackAfterIt() {
        Entries.Entered first = entries.enter(filled("Ruoka oli kylmää."));
        EntryForm begun = text(first.now().form(), "Tästä jäi kesken");
        entries.keep(begun);

        EntryForm again = entries.takeBack(first.id()).orElseThrow().form();

        assertThat(again.text()).isEqualTo("Ruoka oli kylmää.");
        assertThat(again.address()).isEqualTo("040 000 0012");
        assertThat(desk.pending().value()).isEmpty();
        restart();
        assertThat(entries.state()).isEqualTo(new Entries.State(again, 0));
        assertThat(entries.enter(text(again, "Ruoka oli haaleaa.")).now()).isEqualTo(new Entries.State(begun, 1));
    }

    @Test
    void anEntryCanBeCorrectedUntilItIsFirstOnTheWire() {
        Entries.Entered early = entries.enter(filled("Ensimmäinen."));
        Entries.Entered late = entries.enter(filled("Toinen."));
        clock.pass(Duration.ofSeconds(11));
        commands.ripen(clock.instant());

        assertThat(entries.takeBack(early.id())).isPresent();
        outbox.takeForWire(200, Push.MOST_BYTES);

        assertThat(entries.takeBack(late.id())).isEmpty();
        assertThat(entries.state().form().text()).isEqualTo("Ensimmäinen.");
        assertThat(entries.state().today()).isEqualTo(1);
    }

    @Test
    void aCrashBetweenTheEntryAndTheNextFormEntersItOnce() {
        EntryForm form = filled("Kerran vain.");
        entries.keep(form);
        desk.intend(new Intention(
                commands.submission(form.caseId(), form.command(ELIAS, clock.instant())),
                clock.instant().plusSeconds(10)));

        restart();

        assertThat(entries.state().form().text()).isEmpty();
        assertThat(entries.state().today()).isEqualTo(1);
        assertThat(desk.pending().value()).hasSize(1);
    }

    @Test
    void theCountIsTheDays() {
        entries.enter(filled("Eilinen."));
        clock.pass(Duration.ofDays(1));

        assertThat(entries.state().today()).isZero();
        assertThat(entries.enter(filled("Tämän päivän.")).now().today()).isEqualTo(1);
    }

    @Test
    void whatACollectorEnteredLeavesTheLaptopOnceTheBackendHasIt() throws IOException {
        told(new Scope(1, List.of(), Map.of(), List.of(Role.COLLECTOR), List.of(WARD)));
        String words = "Pitkä kertomus käynnistä. ".repeat(200);
        entries.enter(filled(words));
        assertThat(log()).as("the log while it waits").isGreaterThan(words.length());
        assertThat(canBeRead("kertomus")).isTrue();
        answered(new Outcome.Applied(7));

        assertThat(outbox.entries()).isEmpty();
        assertThat(desk.pending().value()).isEmpty();
        assertThat(desk.books().value().rows()).isEmpty();
        assertThat(entries.state().today()).isEqualTo(1);
        assertThat(log()).as("the log, rid of it").isLessThan(words.length());
        assertThat(canBeRead("kertomus")).isFalse();
        assertThat(canBeRead("040 000")).isFalse();
    }

    @Test
    void whatIsOnlyDeletedIsNotForgottenYet() {
        entries.enter(filled("Pitkä kertomus käynnistä."));
        commands.ripen(Instant.MAX);
        outbox.settle(results(new Outcome.Applied(7)), clock.instant());
        outbox.drop(outbox.entries().stream()
                .map(each -> each.envelope().commandId())
                .toList());

        assertThat(outbox.entries()).isEmpty();
        assertThat(canBeRead("kertomus")).as("a program that does not tidy").isTrue();
        outbox.tidy();
        assertThat(canBeRead("kertomus")).isFalse();
    }

    @Test
    void afterACrashBeforeItWasForgottenTheNextStartForgets() {
        told(new Scope(1, List.of(), Map.of(), List.of(Role.COLLECTOR), List.of(WARD)));
        entries.enter(filled("Ehti perille."));
        commands.ripen(Instant.MAX);
        outbox.settle(results(new Outcome.Applied(7)), clock.instant());

        restart();

        assertThat(outbox.entries()).isEmpty();
    }

    @Test
    void whoMayReadTheUnitKeepsTheEntryUntilTheCaseItselfIsHere() {
        told(new Scope(1, List.of(WARD), Map.of(), List.of(Role.HANDLER), List.of(WARD)));
        entries.enter(filled("Omaan yksikköön."));
        answered(new Outcome.Applied(7));

        assertThat(outbox.entries()).hasSize(1);
        assertThat(desk.books().value().rows()).hasSize(1);
    }

    @Test
    void anEntryThatWasRoutedOutOfSightLeavesTheListOnceAllUpToItIsHere() {
        var handler = new Scope(1, List.of(WARD), Map.of(), List.of(Role.HANDLER), List.of(WARD));
        told(handler);
        entries.enter(filled("Yksikkö oli päättynyt."));
        answered(new Outcome.Applied(7));
        assertThat(desk.books().value().rows()).as("it may still come").hasSize(1);

        told(handler, 8);
        desk.endFill();

        assertThat(desk.books().value().rows()).isEmpty();
        assertThat(desk.pending().value()).isEmpty();
        restart();
        assertThat(desk.books().value().rows()).as("after a restart").isEmpty();
    }

    @Test
    void anAnswerThatComesAfterTheNewsOfItLeavesNoRowBehindEither() {
        told(new Scope(1, List.of(WARD), Map.of(), List.of(Role.HANDLER), List.of(WARD)), 8);
        desk.endFill();

        entries.enter(filled("Yksikkö oli päättynyt."));
        answered(new Outcome.Applied(7));

        assertThat(desk.books().value().rows()).isEmpty();
        assertThat(desk.attention().value()).isEmpty();
    }

    @Test
    void anEntryThatWasNotTakenStaysForAPersonToSee() {
        told(new Scope(1, List.of(), Map.of(), List.of(Role.COLLECTOR), List.of(WARD)));
        entries.enter(filled("Uudempi ohjelma tarvitaan."));
        answered(new Outcome.Refused(Refusal.UNKNOWN_SHAPE, false));

        assertThat(desk.attention().value())
                .singleElement()
                .satisfies(each -> assertThat(
                                ((Command.EnterFeedback) each.envelope().command()).text())
                        .isEqualTo("Uudempi ohjelma tarvitaan."));

        desk.dismiss(desk.attention().value().getFirst().envelope().commandId());
        told(new Scope(2, List.of(), Map.of(), List.of(Role.COLLECTOR), List.of(WARD)));

        assertThat(outbox.entries()).as("the backend has nothing of it").hasSize(1);
    }

    private void restart() {
        outbox.close();
        start();
    }

    private void told(Scope scope) {
        told(scope, 1);
    }

    private void told(Scope scope, long after) {
        var cursors = new Cursors("epoch", after, Map.of(), scope);
        desk.apply(new Page(List.of(), List.of(), List.of(), Set.of(), Set.of(), cursors), Map.of());
    }

    private void answered(Outcome outcome) {
        commands.ripen(Instant.MAX);
        desk.settle(results(outcome));
    }

    private List<Push.Result> results(Outcome outcome) {
        return outbox.takeForWire(200, Push.MOST_BYTES).stream()
                .map(each -> new Push.Result(each.commandId(), each.seq(), outcome))
                .toList();
    }

    private EntryForm filled(String text) {
        EntryForm empty = entries.state().form();
        return new EntryForm(
                empty.caseId(),
                empty.message(),
                WARD,
                Channel.ORAL,
                FeedbackKind.THANKS,
                empty.language(),
                text,
                Way.PHONE,
                "040 000 0012",
                "",
                LocalDate.ofInstant(clock.instant(), DueDates.ZONE));
    }

    private static EntryForm text(EntryForm form, String text) {
        return new EntryForm(
                form.caseId(),
                form.message(),
                form.unit(),
                form.channel(),
                form.kind(),
                form.language(),
                text,
                form.way(),
                form.address(),
                form.name(),
                form.givenOn());
    }

    /** Whether whoever has the outbox's files and its key can read a word. */
    private boolean canBeRead(String word) {
        var keys = new FileKeyHolder(folder.resolve("keys"));
        return new Forensics(folder.resolve("outbox"), keys.load("outbox").orElseThrow()).finds(word);
    }

    /** The log of the store holds every row written since the last tidying, those deleted since among them. */
    private long log() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("outbox"))) {
            return files.filter(each -> each.toString().endsWith(".log"))
                    .mapToLong(each -> each.toFile().length())
                    .sum();
        }
    }
}
