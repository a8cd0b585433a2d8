package fi.vastine.core.outbox;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.vastine.contract.command.Envelope;
import fi.vastine.contract.id.DraftId;
import fi.vastine.contract.id.MessageId;
import fi.vastine.core.key.FileKeyHolder;
import fi.vastine.core.key.KeyHolder;
import fi.vastine.core.key.KeyMissing;
import fi.vastine.core.profile.DiskFull;
import fi.vastine.core.profile.FreeSpace;
import fi.vastine.core.seal.SealBroken;
import fi.vastine.core.store.StoreDamaged;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HsqlOutboxTest extends OutboxGround {
    @TempDir
    private Path profile;

    private final AtomicLong usable = new AtomicLong(1L << 40);
    private HsqlOutbox outbox;

    @BeforeEach
    @Override
    void register() {
        outbox = open(profile);
        super.register();
    }

    @AfterEach
    void close() {
        outbox.close();
    }

    @Override
    Outbox outbox() {
        return outbox;
    }

    @Override
    void reopen() {
        outbox.close();
        outbox = open(profile);
    }

    @Test
    void aCopyOfTheFilesTakenAtAnyMomentHoldsAllThatWasAcknowledged() throws IOException {
        for (int i = 0; i < 20; i++) {
            Submission note = note("n" + i);
            outbox.submit(List.of(note));
            Path image = copy("image-" + i);

            try (HsqlOutbox restored = open(image)) {
                assertThat(restored.entries())
                        .hasSize(i + 1)
                        .last()
                        .extracting(Entry::envelope)
                        .extracting(Envelope::command)
                        .isEqualTo(note.command());
                assertThat(restored.lostEntries()).isFalse();
            }
        }
    }

    @Test
    void aTailCutByACrashCostsOnlyWhatWasNotAcknowledged() throws IOException {
        outbox.submit(List.of(note("a")));
        long acknowledged = Files.size(profile.resolve("outbox/store.log"));
        outbox.submit(List.of(note("b")));
        Path image = copy("image");
        byte[] log = Files.readAllBytes(image.resolve("outbox/store.log"));

        for (int cut = 1; cut < log.length - acknowledged; cut += 97) {
            Path torn = copy("torn-" + cut);
            Files.write(torn.resolve("outbox/store.log"), Arrays.copyOf(log, (int) acknowledged + cut));
            try (HsqlOutbox restored = open(torn)) {
                assertThat(restored.entries()).as("cut %d", cut).hasSize(1);
            }
        }
    }

    @Test
    void aChangedLogNeverTurnsIntoAnotherText() throws IOException {
        Submission first = note("a");
        Submission second = note("b");
        outbox.submit(List.of(first));
        outbox.submit(List.of(second));
        byte[] log = Files.readAllBytes(profile.resolve("outbox/store.log"));
        int setAside = 0;

        for (int at = 0; at < log.length; at += 101) {
            byte[] changed = log.clone();
            changed[at] ^= 0x10;
            Path image = copy("flipped-" + at);
            Files.write(image.resolve("outbox/store.log"), changed);
            try (HsqlOutbox restored = open(image)) {
                assertThat(restored.entries())
                        .extracting(Entry::envelope)
                        .extracting(Envelope::command)
                        .isSubsetOf(first.command(), second.command());
                setAside += Files.exists(image.resolve("outbox/store.log.broken")) ? 1 : 0;
                assertThat(restored.lostEntries()).isEqualTo(Files.exists(image.resolve("outbox/store.log.broken")));
            } catch (SealBroken | StoreDamaged noticed) {
                setAside++;
            }
        }

        assertThat(setAside).isPositive();
    }

    @Test
    void withoutItsKeyTheOutboxIsRefusedAndNoNewKeyIsMade() {
        outbox.submit(List.of(note("a")));
        outbox.close();
        KeyHolder keys = new FileKeyHolder(profile.resolve("keys"));
        keys.destroy("outbox");

        assertThatThrownBy(() -> open(profile)).isInstanceOf(KeyMissing.class);

        assertThat(keys.load("outbox")).isEmpty();
    }

    @Test
    void anotherKeyOpensNothingAndHarmsNothing() throws IOException {
        Submission note = note("a");
        outbox.submit(List.of(note));
        outbox.close();
        Path key = profile.resolve("keys/outbox.key");
        byte[] right = Files.readAllBytes(key);
        Files.delete(key);
        new FileKeyHolder(profile.resolve("keys")).create("outbox");

        assertThatThrownBy(() -> open(profile)).isInstanceOf(StoreDamaged.class);

        Files.write(key, right);
        outbox = open(profile);
        assertThat(envelopes()).extracting(Envelope::command).containsExactly(note.command());
    }

    @Test
    void anOutboxThatWasLeftHalfMadeIsBegunAnew() throws IOException {
        outbox.close();
        Path half = profile.resolve("outbox");
        Files.writeString(half.resolve("making"), "");
        Files.write(half.resolve("store.script"), Arrays.copyOf(Files.readAllBytes(half.resolve("store.script")), 40));

        outbox = open(profile);

        assertThat(outbox.registration()).isEmpty();
        assertThat(half.resolve("making")).doesNotExist();
    }

    @Test
    void aFullDiskTurnsTheCommandAwayAndTheSameCommandIsTakenOnceThereIsRoom() {
        outbox.submit(List.of(note("a")));
        Submission second = note("b");

        usable.set(10_000_000);
        assertThatThrownBy(() -> outbox.submit(List.of(second))).isInstanceOf(DiskFull.class);
        assertThat(outbox.entries()).hasSize(1);

        usable.set(40_000_000);
        outbox.submit(List.of(second));
        reopen();
        assertThat(envelopes()).extracting(Envelope::seq).containsExactly(1L, 2L);
    }

    @Test
    void noWordStandsReadableInAnyFile() throws IOException {
        String canary = "KANARIALINTU";
        outbox.submit(List.of(note(canary)));
        outbox.intend(new Intention(note(canary), NOW));
        outbox.keepDraft(
                new KeptDraft(caseId, new DraftId(ids.next()), new MessageId(ids.next()), 0, canary, List.of(), NOW));
        outbox.keepSetting("canary", canary);
        assertNowhere(canary);

        outbox.tidy();
        assertNowhere(canary);

        outbox.close();
        assertNowhere(canary);
        outbox = open(profile);
    }

    private HsqlOutbox open(Path in) {
        return HsqlOutbox.open(
                in.resolve("outbox"),
                new FileKeyHolder(in.resolve("keys")),
                JSON,
                new FreeSpace(in, 32L << 20, usable::get));
    }

    private Path copy(String name) throws IOException {
        Path image = profile.resolve("images").resolve(name);
        for (String folder : List.of("keys", "outbox")) {
            Files.createDirectories(image.resolve(folder));
            try (Stream<Path> files = Files.list(profile.resolve(folder))) {
                for (Path file : files.toList()) {
                    Files.copy(file, image.resolve(folder).resolve(file.getFileName()));
                }
            }
        }
        return image;
    }

    private void assertNowhere(String word) {
        try (Stream<Path> files = Files.walk(profile)) {
            assertThat(files.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readAllBytes(file))
                            .satisfies(bytes ->
                                    assertThat(new String(bytes, UTF_8)).doesNotContain(word))
                            .satisfies(bytes ->
                                    assertThat(new String(bytes, UTF_16BE)).doesNotContain(word)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
