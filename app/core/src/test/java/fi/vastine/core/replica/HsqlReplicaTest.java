package fi.vastine.core.replica;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.wire.PullLine.ForgetReason;
import fi.vastine.core.json.Json;
import fi.vastine.core.key.FileKeyHolder;
import fi.vastine.core.key.KeyHolder;
import fi.vastine.core.profile.FreeSpace;
import fi.vastine.core.replica.Page.Snapshot;
import fi.vastine.core.seal.StoreKeys;
import fi.vastine.core.store.Database;
import fi.vastine.core.store.Forensics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HsqlReplicaTest extends ReplicaContract {
    private static final Json JSON = new Json();

    @TempDir
    private Path profile;

    private HsqlReplica replica;

    @BeforeEach
    void open() {
        replica = at(profile);
    }

    @AfterEach
    void close() {
        replica.close();
    }

    @Override
    Replica replica() {
        return replica;
    }

    @Override
    void reopen() {
        replica.close();
        replica = at(profile);
    }

    @Test
    void aCopyOfTheFilesTakenBetweenPagesHoldsWholePages() throws IOException {
        for (int i = 1; i <= 5; i++) {
            replica.apply(page(cases(30), List.of()));
            try (HsqlReplica image = at(copy("image-" + i))) {
                assertThat(count(image)).isEqualTo(30 * i);
            }
        }
    }

    @Test
    void aCrashInTheMiddleOfAFillLeavesAnEmptyReplica() throws IOException {
        replica.beginFill();
        replica.apply(page(cases(100), List.of()));
        Path image = copy("image");

        try (HsqlReplica after = at(image)) {
            assertThat(after.cursors()).isEqualTo(Cursors.NONE);
            assertThat(count(after)).isZero();
            after.apply(page(cases(3), List.of()));
            assertThat(count(after)).isEqualTo(3);
        }
    }

    @Test
    void readingDoesNotWaitForAPageBeingWritten() throws Exception {
        replica.apply(page(List.of(snapshot(one, 5, WARD)), List.of()));

        Replica writing = replica;
        synchronized (writing) { // as a page being written holds it
            var read = CompletableFuture.supplyAsync(() -> writing.snapshot(one));
            assertThat(read.get(20, TimeUnit.SECONDS)).isPresent();
        }
    }

    @Test
    void cutFilesAreCalledDamagedAndAResetBeginsAnew() throws IOException {
        replica.apply(page(cases(400), List.of()));
        replica.close();
        for (String name : List.of("store.data", "store.script")) {
            Path image = copy("cut-" + name);
            Path file = image.resolve("replica").resolve(name);
            Files.write(file, Arrays.copyOf(Files.readAllBytes(file), (int) Files.size(file) / 2));

            assertDamagedThenResettable(image);
        }
        replica = at(profile);
    }

    @Test
    void changedFilesAreCalledDamagedAndAResetBeginsAnew() throws IOException {
        replica.apply(page(cases(400), List.of()));
        replica.close();
        for (String name : List.of("store.data", "store.script")) {
            Path image = copy("flip-" + name);
            Path file = image.resolve("replica").resolve(name);
            byte[] bytes = Files.readAllBytes(file);
            for (int at = bytes.length / 3; at < bytes.length; at += 37) {
                bytes[at] ^= 0x20;
            }
            Files.write(file, bytes);

            assertDamagedThenResettable(image);
        }
        replica = at(profile);
    }

    @Test
    void aWholeFolderChangedIsCalledDamagedAndAResetBeginsAnew() throws IOException {
        replica.apply(page(cases(400), List.of()));
        replica.close();
        Path image = copy("flip-all");
        try (Stream<Path> files = Files.list(image.resolve("replica"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                for (int at = bytes.length / 4; at < bytes.length * 3 / 4; at++) {
                    bytes[at] ^= 0x5a;
                }
                Files.write(file, bytes);
            }
        }

        assertDamagedThenResettable(image);
        replica = at(profile);
    }

    @Test
    void aReplicaWithoutItsKeyIsDamagedAndAResetBeginsAnew() throws IOException {
        replica.apply(page(cases(10), List.of()));
        replica.close();
        Path image = copy("no-key");
        Files.delete(image.resolve("keys/replica.key"));

        assertDamagedThenResettable(image);
        replica = at(profile);
    }

    @Test
    void aReplicaWithAnotherKeyIsDamagedAndAResetBeginsAnew() throws IOException {
        replica.apply(page(cases(10), List.of()));
        replica.close();
        Path image = copy("other-key");
        KeyHolder keys = new FileKeyHolder(image.resolve("keys"));
        keys.destroy("replica");
        keys.create("replica");

        assertDamagedThenResettable(image);
        replica = at(profile);
    }

    @Test
    void aResetMakesANewKey() {
        replica.apply(page(cases(1), List.of()));
        KeyHolder keys = new FileKeyHolder(profile.resolve("keys"));
        var before = keys.load("replica");

        replica.reset();
        replica.apply(page(cases(1), List.of()));

        assertThat(keys.load("replica")).isPresent().isNotEqualTo(before);
    }

    @Test
    void noWordStandsReadableInAnyFile() {
        replica.apply(page(cases(200), List.of()));
        assertNowhere("Jonotin");
        assertNowhere("puhelimessa");

        replica.tidy();
        assertNowhere("Jonotin");

        replica.close();
        assertNowhere("puhelimessa");
        replica = at(profile);
    }

    @Test
    void whatIsErasedOpensNoMoreEvenForWhoeverHasFilesAndKeys() {
        CaseId erased = new CaseId(ids.next());
        replica.apply(page(cases(20), List.of()));
        replica.apply(page(List.of(saying(erased, 30, "Kanarialintu")), List.of()));
        replica.apply(page(List.of(saying(erased, 31, "Kanarialintu taas")), List.of()));
        assertThat(canBeRead("Kanarialintu")).isTrue();

        replica.apply(page(List.of(), List.of(new Page.Forget(erased, ForgetReason.ERASED, 32))));

        assertThat(canBeRead("Kanarialintu")).isFalse();
        assertThat(canBeRead("linja")).isTrue();
        reopen();
        assertThat(canBeRead("Kanarialintu")).isFalse();
        assertThat(count(replica)).isEqualTo(20);
    }

    @Test
    void whatMovesAwayOrIsNoLongerTheirsOpensNoMore() {
        CaseId moved = new CaseId(ids.next());
        CaseId lost = new CaseId(ids.next());
        replica.beginFill();
        replica.apply(page(List.of(saying(moved, 1, "Kanarialintu")), List.of()));
        replica.apply(page(List.of(saying(lost, 2, "Satakieli")), List.of()));
        replica.endFill();
        assertThat(canBeRead("Kanarialintu") && canBeRead("Satakieli")).isTrue();

        replica.apply(page(List.of(), List.of(new Page.Forget(moved, ForgetReason.MOVED, 3))));
        assertThat(canBeRead("Kanarialintu")).isFalse();
        assertThat(canBeRead("Satakieli")).isTrue();

        replica.apply(new Page(List.of(), List.of(), List.of(), Set.of(WARD), Set.of(), Cursors.NONE));
        assertThat(canBeRead("Satakieli")).isFalse();
    }

    @Test
    void secretsThatACrashLeftAreDestroyedAtTheNextStart() throws IOException {
        CaseId erased = new CaseId(ids.next());
        replica.beginFill();
        replica.apply(page(List.of(saying(erased, 1, "Kanarialintu")), List.of()));
        replica.endFill();
        Path secrets = profile.resolve("replica").resolve("secrets");
        byte[] before = Files.readAllBytes(secrets);
        replica.apply(page(List.of(), List.of(new Page.Forget(erased, ForgetReason.ERASED, 2))));
        replica.close();
        // As if the crash had come after the commit and before the secrets were overwritten.
        Files.write(secrets, before);
        doom(0, 1);
        assertThat(canBeRead("Kanarialintu")).isTrue();

        replica = at(profile);
        replica.cursors();

        assertThat(canBeRead("Kanarialintu")).isFalse();
    }

    private void doom(long... places) {
        var keys = new StoreKeys(
                new FileKeyHolder(profile.resolve("keys")).load("replica").orElseThrow());
        Path folder = profile.resolve("replica");
        try (Database database = Database.open(folder, keys, new FreeSpace(folder, 0), ReplicaFiles.MIGRATIONS)) {
            database.write(0, connection -> {
                try (PreparedStatement insert = connection.prepareStatement("INSERT INTO doomed VALUES (?)")) {
                    for (long place : places) {
                        insert.setLong(1, place);
                        insert.executeUpdate();
                    }
                }
                return places;
            });
        }
    }

    private boolean canBeRead(String word) {
        var keys = new FileKeyHolder(profile.resolve("keys"));
        return new Forensics(profile.resolve("replica"), keys.load("replica").orElseThrow()).finds(word);
    }

    private static Snapshot saying(CaseId id, long changeNo, String text) {
        return new Snapshot(
                new Head(id, changeNo, WARD, 0, false, "[\"" + text + "\"]"), "{\"text\":\"" + text + "\"}");
    }

    private void assertDamagedThenResettable(Path image) {
        HsqlReplica damaged = at(image);
        assertThatThrownBy(() -> {
                    damaged.cursors();
                    heads(damaged).stream().map(Head::caseId).forEach(damaged::snapshot);
                })
                .isInstanceOf(ReplicaDamaged.class);

        damaged.reset();
        damaged.apply(page(cases(5), List.of()));

        assertThat(count(damaged)).isEqualTo(5);
        damaged.close();
    }

    private List<Snapshot> cases(int count) {
        List<Snapshot> cases = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            cases.add(snapshot(new CaseId(ids.next()), i + 1L, i % 2 == 0 ? WARD : CLINIC));
        }
        return cases;
    }

    private static int count(Replica replica) {
        return heads(replica).size();
    }

    private static HsqlReplica at(Path in) {
        return new HsqlReplica(in.resolve("replica"), new FileKeyHolder(in.resolve("keys")), JSON);
    }

    private Path copy(String name) throws IOException {
        Path image = profile.resolve("images").resolve(name);
        for (String folder : List.of("keys", "replica")) {
            Files.createDirectories(image.resolve(folder));
            try (Stream<Path> files = Files.list(profile.resolve(folder))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.copy(file, image.resolve(folder).resolve(file.getFileName()));
                }
            }
        }
        return image;
    }

    private void assertNowhere(String word) {
        try (Stream<Path> files = Files.walk(profile)) {
            assertThat(files.filter(Files::isRegularFile)).isNotEmpty().allSatisfy(file -> {
                byte[] bytes = Files.readAllBytes(file);
                assertThat(new String(bytes, UTF_8)).doesNotContain(word);
                assertThat(new String(bytes, UTF_16BE)).doesNotContain(word);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
