package fi.vastine.core.session;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.contract.cases.Channel;
import fi.vastine.contract.cases.FeedbackKind;
import fi.vastine.contract.cases.Given;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.cases.Way;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.command.Envelope;
import fi.vastine.contract.form.Audience;
import fi.vastine.contract.form.Form;
import fi.vastine.contract.form.FormItem;
import fi.vastine.contract.form.ItemKind;
import fi.vastine.contract.id.DeviceId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.reference.Names;
import fi.vastine.core.json.Json;
import fi.vastine.core.key.Guard;
import fi.vastine.core.key.GuardedKeys;
import fi.vastine.core.key.KeyFolder;
import fi.vastine.core.key.MemoryKeyStore;
import fi.vastine.core.store.Forensics;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One laptop, a summer worker who entered what customers told her, and whoever takes it up after her. */
final class SharedLaptopTest {
    private static final String WORDS = "Kanarialintu lauloi koko aamun.";

    private final SmallBackend backend = new SmallBackend();
    private final SteppingClock clock = new SteppingClock();
    private final MemoryKeyStore keyStore = new MemoryKeyStore();

    @TempDir
    Path folder;

    private Laptop elias;
    private Laptop aino;

    @BeforeEach
    void open() {
        backend.receive(SmallBackend.CLINIC, "Kiitos!");
        // Elias enters for the ward and reads nothing of it.
        backend.grant(Map.of(), SmallBackend.CLINIC);
        elias = new Laptop(folder, backend, clock, "elias", keyStore);
        aino = new Laptop(folder, backend, clock, "aino", keyStore);
    }

    @AfterEach
    void close() {
        elias.close();
        aino.close();
        backend.close();
    }

    @Test
    void whatACollectorLeftWaitingIsSentInHisNameWhoeverIsAtWorkAndIsThenGone() {
        elias.signIn();
        DeviceId his = backend.lastDevice();
        enterWithoutANetwork();
        elias.close();
        assertThat(canBeRead()).as("while it waits").isTrue();

        backend.goOnline();
        aino.signIn();

        Eventually.until("it is sent", () -> !backend.decided().isEmpty());
        Envelope sent = backend.decided().getFirst();
        assertThat(sent.deviceId()).isEqualTo(his);
        assertThat(((Command.EnterFeedback) sent.command()).collector()).isEqualTo(new PersonId("p-elias"));
        Eventually.until("it is forgotten", this::isForgotten);
        aino.close();
        elias.take(elias.sessions().resume(elias.known()));
        assertThat(elias.waiting()).isEmpty();
        assertThat(backend.decided()).hasSize(1);
    }

    /** The power goes between the two steps of keeping it; a colleague's sign-in sends what was kept. */
    @Test
    void whatACrashLeftOpenIsNotOfferedAgainOnceAColleaguesSignInHasSentIt() {
        elias.signIn();
        backend.goOffline();
        elias.awaitConnection(Connection.OFFLINE);
        Interviews papers = elias.session().papers();
        Form form = smallForm();
        papers.begin(form, Interview.Start.onPaper(SmallBackend.WARD, LocalDate.of(2026, 11, 16)), Language.FI);
        Interview typed = requireNonNull(papers.state().current()).answered("help", new Given.Step(4));
        papers.keep(typed);
        EntryForm empty = elias.session().entries().state().form();
        elias.session().entries().keep(filled(empty, "Kesken"));
        EntryForm said = filled(empty, WORDS);
        elias.session()
                .commands()
                .enter(typed.caseId(), typed.command(elias.session().person()));
        elias.session()
                .commands()
                .enter(said.caseId(), said.command(elias.session().person(), clock.instant()));
        elias.close();

        backend.goOnline();
        aino.signIn();
        Eventually.until("both are sent", () -> backend.decided().size() == 2);
        Eventually.until("they are forgotten", this::isForgotten);
        aino.close();
        elias.take(elias.sessions().resume(elias.known()));

        assertThat(elias.session().papers().state().current()).isNull();
        assertThat(elias.session().papers().state().parked()).isEmpty();
        assertThat(elias.session().papers().state().count()).isEqualTo(1);
        assertThat(elias.session().entries().state().form().text()).isEmpty();
        assertThat(elias.session().enteredToday().lines())
                .extracting(EnteredToday.Line::stage)
                .containsOnly(EnteredToday.Stage.TAKEN);
        assertThat(backend.decided()).hasSize(2);
    }

    @Test
    void whatACollectorEnteredIsForgottenBehindHisLockedScreenToo() {
        elias.signIn();
        enterWithoutANetwork();

        try (Unattended locked = elias.session().lock()) {
            assertThat(canBeRead()).as("while it waits").isTrue();
            backend.goOnline();
            Eventually.until("the outbox is closed", () -> !locked.isSending());
        }

        assertThat(backend.decided()).hasSize(1);
        assertThat(canBeRead()).isFalse();
    }

    @Test
    void whatWaitsBehindALockedScreenIsSentAfterARestartTooWhoeverIsAtWorkAndTheScreenStaysLocked() {
        elias.signIn();
        enterWithoutANetwork();
        elias.session().lock().close();

        backend.goOnline();
        aino.signIn();

        Eventually.until("it is sent", () -> !backend.decided().isEmpty());
        aino.close();
        assertThat(elias.sessions().resume(elias.known())).isInstanceOf(SignInResult.Locked.class);
    }

    @Test
    void aBlockedLaptopIsWipedBehindItsLockedScreenToo() {
        elias.signIn();
        enterWithoutANetwork();
        Unattended locked = elias.session().lock();
        backend.block(backend.order(backend.lastDevice()));
        backend.goOnline();

        Eventually.until("it is wiped", locked::isWiped);

        assertThat(Files.exists(profile())).isFalse();
        assertThat(keyStore.secrets()).isEmpty();
        var typed = new fi.vastine.core.key.Passphrase(SmallBackend.PASSWORD);
        assertThat(elias.sessions().unlock(elias.known(), typed, SignInResult.Asked.PASSWORD))
                .isInstanceOf(SignInResult.Wiped.class);
        assertThat(elias.sessions().known()).isEmpty();
    }

    private void enterWithoutANetwork() {
        backend.goOffline();
        elias.awaitConnection(Connection.OFFLINE);
        Entries entries = elias.session().entries();
        entries.enter(filled(entries.state().form(), WORDS));
    }

    private static Form smallForm() {
        var name = new Names("koe", "koe", "koe");
        var item =
                new FormItem("help", null, name, null, null, List.of(), FormItem.Join.ALL, new ItemKind.Statement(1));
        return new Form(
                "koe",
                "1",
                "https://vastine.example/koe",
                LocalDate.of(2026, 1, 1),
                null,
                Audience.ADULT,
                name,
                List.of(),
                List.of(item),
                List.of());
    }

    private static EntryForm filled(EntryForm empty, String words) {
        return new EntryForm(
                empty.caseId(),
                empty.message(),
                SmallBackend.WARD,
                Channel.ORAL,
                FeedbackKind.THANKS,
                empty.language(),
                words,
                Way.PHONE,
                "040 000 0012",
                "",
                empty.givenOn());
    }

    /** Not yet, where the files are just being written anew. */
    private boolean isForgotten() {
        try {
            return !canBeRead();
        } catch (UncheckedIOException replacedMeanwhile) {
            return false;
        }
    }

    /** Whether whoever has the files and the keys of the collector's profile can read what was entered. */
    private boolean canBeRead() {
        var folderOfKeys = profile().resolve("keys");
        boolean locked = Files.exists(folderOfKeys.resolve("locked"));
        if (locked) {
            return inLocked(folderOfKeys);
        }
        return canBeReadWith(new KeyFolder(folderOfKeys, keyStore, Guard.KEY_STORE, new Json(), clock).open());
    }

    private boolean inLocked(Path folderOfKeys) {
        var keys = new KeyFolder(folderOfKeys, keyStore, Guard.KEY_STORE, new Json(), clock);
        return canBeReadWith(keys.open(new fi.vastine.core.key.Passphrase(SmallBackend.PASSWORD)));
    }

    private boolean canBeReadWith(GuardedKeys opened) {
        try (GuardedKeys keys = opened) {
            return new Forensics(
                            profile().resolve("outbox"), keys.load("outbox").orElseThrow())
                    .finds("Kanarialintu");
        }
    }

    private Path profile() {
        return new People(folder, new Json()).profile(elias.known());
    }
}
