package fi.vastine.backend.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.vastine.backend.store.FeedStore.StoredCase;
import fi.vastine.backend.store.FeedStore.StoredMove;
import fi.vastine.backend.store.FeedStore.View;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.wire.Checksum;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class WriterTest {
    private final TestDatabase kind;
    private static final UnitId WARD = new UnitId("osasto-1");
    private static final UnitId CLINIC = new UnitId("vastaanotto");

    @TempDir
    Path folder;

    private final Json json = new Json();
    private final ConcurrentLinkedQueue<Committed> announced = new ConcurrentLinkedQueue<>();
    private Database database;
    private Writer writer;
    private FeedStore feed;

    WriterTest(TestDatabase kind) {
        this.kind = kind;
    }

    @BeforeEach
    void open() {
        database = kind.open(folder);
        new Epoch(database);
        writer = new Writer(database, json, announced::add);
        feed = new FeedStore(database);
    }

    @AfterEach
    void close() {
        writer.close();
        database.close();
    }

    @Test
    void whatIsWrittenIsThereAsItWasWithItsNumber() {
        FeedbackCase written = writer.write(transaction -> transaction.add(Samples.feedback(WARD, "Kiitos!")));

        assertThat(written.changeNo()).isEqualTo(1);
        Optional<FeedbackCase> found = writer.write(transaction -> transaction.find(written.id()));
        assertThat(found).contains(written);
    }

    @Test
    void aJobThatFailsFailsAloneAndLeavesNothing() {
        List<FeedbackCase> written = new ArrayList<>();
        inParallel(100, i -> {
            FeedbackCase fresh = Samples.feedback(WARD, "Odotin kaksi tuntia.");
            if (i % 10 == 3) {
                assertThatThrownBy(() -> writer.write(transaction -> {
                            transaction.add(fresh);
                            throw new IllegalStateException("no");
                        }))
                        .hasMessage("no");
            } else {
                FeedbackCase added = writer.write(transaction -> transaction.add(fresh));
                synchronized (written) {
                    written.add(added);
                }
            }
        });

        List<StoredCase> stored = feed.read(view -> view.changedAfter(0, 1000));
        assertThat(stored)
                .extracting(StoredCase::id)
                .containsExactlyInAnyOrderElementsOf(
                        written.stream().map(FeedbackCase::id).toList());
        assertThat(checksum(WARD)).isEqualTo(sum(written));
    }

    @Test
    void aRepeatedIdFailsAndTheNextJobIsNotHarmed() {
        FeedbackCase first = Samples.feedback(WARD, "Kiitos!");
        writer.write(transaction -> transaction.add(first));

        assertThatThrownBy(() -> writer.write(transaction -> transaction.add(first)))
                .isInstanceOf(RuntimeException.class);

        FeedbackCase next = writer.write(transaction -> transaction.add(Samples.feedback(WARD, "Toinen.")));
        assertThat(next.changeNo()).isEqualTo(2);
    }

    @Test
    void checksumsFollowACaseThatIsChangedAndMoved() {
        FeedbackCase staying = writer.write(transaction -> transaction.add(Samples.feedback(WARD, "Kiitos!")));
        FeedbackCase moving = writer.write(transaction -> transaction.add(Samples.feedback(WARD, "Väärä osasto.")));

        FeedbackCase moved = writer.write(
                transaction -> transaction.change(moving.edit().unit(CLINIC).done()));
        FeedbackCase changed = writer.write(
                transaction -> transaction.change(staying.edit().thanked().done()));

        assertThat(checksum(WARD)).isEqualTo(sum(List.of(changed)));
        assertThat(checksum(CLINIC)).isEqualTo(sum(List.of(moved)));
        List<StoredMove> moves = feed.read(view -> view.movedBetween(0, 100));
        assertThat(moves).containsExactly(new StoredMove(moved.id(), WARD, CLINIC, moved.changeNo()));
        assertThat(feed.newestByUnit()).containsEntry(WARD, changed.changeNo()).containsEntry(CLINIC, moved.changeNo());
    }

    @Test
    void everythingAnsweredWasAnnouncedBeforeAndCanBeRead() {
        inParallel(200, i -> {
            FeedbackCase added = writer.write(transaction -> transaction.add(Samples.feedback(WARD, "Kiitos " + i)));
            assertThat(announced.stream().mapToLong(Committed::changeNo).max().orElse(0))
                    .isGreaterThanOrEqualTo(added.changeNo());
            assertThat(feed.read(View::changeNo)).isGreaterThanOrEqualTo(added.changeNo());
        });
        assertThat(announced).hasSizeLessThan(200);
    }

    @Test
    void noLowerNumberAppearsAfterALargerOneWasRead() throws InterruptedException {
        Set<Long> seen = new HashSet<>();
        AtomicBoolean writing = new AtomicBoolean(true);
        Thread reader = Thread.ofVirtual().start(() -> {
            long after = 0;
            boolean last = false;
            while (!last) {
                last = !writing.get();
                long from = after;
                for (StoredCase each : feed.read(view -> view.changedAfter(from, 10_000))) {
                    seen.add(each.changeNo());
                    after = each.changeNo();
                }
            }
        });
        inParallel(300, i -> writer.write(transaction -> transaction.add(Samples.feedback(WARD, "Kiitos " + i))));
        writing.set(false);
        reader.join();

        assertThat(seen).hasSize(300);
    }

    @Test
    void aCaseChangedTwiceInOneJobCountsOnce() {
        FeedbackCase last = writer.write(transaction -> {
            FeedbackCase added = transaction.add(Samples.feedback(WARD, "Kiitos!"));
            return transaction.change(added.edit().thanked().done());
        });

        assertThat(last.changeNo()).isEqualTo(2);
        assertThat(checksum(WARD)).isEqualTo(sum(List.of(last)));
    }

    @Test
    void afterClosingNothingIsTakenOnAndWhatWaitedIsWritten() {
        writer.close();

        assertThatThrownBy(() -> writer.write(transaction -> transaction.add(Samples.feedback(WARD, "Kiitos!"))))
                .isInstanceOf(StoreUnavailable.class);
    }

    @Test
    void aCommitThatCannotBeAnnouncedIsAnsweredAllTheSameAndTheNextIsWritten() {
        try (var deaf = new Writer(database, json, committed -> {
            throw new IllegalStateException("nobody listens");
        })) {
            FeedbackCase first = deaf.write(transaction -> transaction.add(Samples.feedback(WARD, "Kiitos!")));
            FeedbackCase second = deaf.write(transaction -> transaction.add(Samples.feedback(WARD, "Toinen.")));

            assertThat(stored()).extracting(StoredCase::id).containsExactly(first.id(), second.id());
        }
    }

    @Test
    void aStepOfTheWriterThatFailsFailsItsJobsAndTheNextAreWritten() {
        database.jdbi().useHandle(handle -> handle.execute("UPDATE change_counter SET id = 2"));
        assertThatThrownBy(() -> writer.write(transaction -> transaction.add(Samples.feedback(WARD, "Kiitos!"))))
                .isInstanceOf(StoreUnavailable.class);

        database.jdbi().useHandle(handle -> handle.execute("UPDATE change_counter SET id = 1"));

        FeedbackCase next = writer.write(transaction -> transaction.add(Samples.feedback(WARD, "Toinen.")));
        assertThat(stored()).extracting(StoredCase::id).containsExactly(next.id());
    }

    @Test
    void aDatabaseThatRefusesToCommitFailsTheJobsOfThatCommitOnly() {
        database.jdbi().useHandle(handle -> handle.execute("ALTER TABLE unit_state RENAME TO elsewhere"));
        assertThatThrownBy(() -> writer.write(transaction -> transaction.add(Samples.feedback(WARD, "Kiitos!"))))
                .isInstanceOf(StoreUnavailable.class);

        database.jdbi().useHandle(handle -> handle.execute("ALTER TABLE elsewhere RENAME TO unit_state"));

        FeedbackCase next = writer.write(transaction -> transaction.add(Samples.feedback(WARD, "Toinen.")));
        assertThat(next.changeNo()).isEqualTo(1);
        assertThat(checksum(WARD)).isEqualTo(sum(List.of(next)));
    }

    private List<StoredCase> stored() {
        return feed.read(view -> view.changedAfter(0, 1_000));
    }

    private long checksum(UnitId unit) {
        return feed.read(View::checksums).getOrDefault(unit, 0L);
    }

    private static long sum(Collection<FeedbackCase> cases) {
        return cases.stream()
                .mapToLong(each -> Checksum.of(each.id(), each.changeNo()))
                .sum();
    }

    private static void inParallel(int times, IntConsumer job) {
        List<Future<?>> jobs = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < times; i++) {
                int number = i;
                jobs.add(threads.submit(() -> job.accept(number)));
            }
        }
        assertThat(jobs)
                .allSatisfy(each -> assertThat(each.state())
                        .as(() -> String.valueOf(each.state() == Future.State.FAILED ? each.exceptionNow() : ""))
                        .isEqualTo(Future.State.SUCCESS));
    }
}
