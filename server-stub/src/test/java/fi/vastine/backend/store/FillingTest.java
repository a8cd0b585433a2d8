package fi.vastine.backend.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.vastine.backend.store.FeedStore.StoredCase;
import fi.vastine.backend.store.FeedStore.View;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.wire.Checksum;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class FillingTest {
    private final TestDatabase kind;
    private static final UnitId WARD = new UnitId("osasto-1");

    @TempDir
    Path folder;

    private Database database;
    private Writer writer;
    private FeedStore feed;
    private Filling filling;

    FillingTest(TestDatabase kind) {
        this.kind = kind;
    }

    @BeforeEach
    void open() {
        Json json = new Json();
        database = kind.open(folder);
        new Epoch(database);
        writer = new Writer(database, json, committed -> {});
        feed = new FeedStore(database);
        filling = new Filling(writer, new ReferenceDocuments(database, json));
    }

    @AfterEach
    void close() {
        writer.close();
        database.close();
    }

    @Test
    void casesOfSeveralCommitsAreThereInTheirOrderAndInTheUnitsSum() {
        List<FeedbackCase> cases = cases(2_300);

        assertThat(filling.add(cases.stream())).isEqualTo(2_300);

        List<StoredCase> stored = stored();
        assertThat(stored)
                .extracting(StoredCase::id)
                .containsExactlyElementsOf(cases.stream().map(FeedbackCase::id).toList());
        assertThat(feed.read(View::checksums))
                .containsEntry(
                        WARD,
                        stored.stream()
                                .mapToLong(each -> Checksum.of(each.id(), each.changeNo()))
                                .sum());
    }

    @Test
    void aCaseThatIsThereAlreadyStopsTheFillingWithThePartsBeforeItsOwnWritten() {
        List<FeedbackCase> cases = cases(1_000);

        assertThatThrownBy(() -> filling.add(Stream.concat(cases.stream(), cases.stream())))
                .isInstanceOf(RuntimeException.class);

        assertThat(stored()).hasSize(1_000);
        assertThat(filling.add(cases(1).stream())).isEqualTo(1);
        assertThat(filling.add(Stream.empty())).isZero();
    }

    private List<StoredCase> stored() {
        return feed.read(view -> view.changedAfter(0, 5_000));
    }

    private static List<FeedbackCase> cases(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Samples.feedback(WARD, "Kiitos " + i))
                .toList();
    }
}
