package fi.vastine.simulation.office;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.backend.identity.WantedProgram;
import fi.vastine.backend.store.Json;
import fi.vastine.contract.cases.Note;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.wire.ProgramNotice;
import fi.vastine.core.session.Connection;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** IT says which version is wanted; a laptop hears it, and an old one keeps what it may no longer send. */
class WantedVersionTest {
    private static final String FEEDBACK = "Jonotin puhelimessa 50 minuuttia.";

    @TempDir
    Path folder;

    private Office office;
    private WantedProgram wanted;

    @BeforeEach
    void open() {
        office = new Office(folder);
        office.feedback(Office.WARD.value(), FEEDBACK);
        wanted = new WantedProgram(folder.resolve("backend"), new Json(), InstantSource.system());
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void aLaptopHearsWhichVersionIsWantedAndKnowsItOfflineAndHearsWhenItIsNotSaidAnyMore() {
        var notice = new ProgramNotice("99.1", null, URI.create("https://vastine.esimerkki.example/99.1"));
        try (Laptop aino = office.laptopOf(Office.AINO)) {
            aino.sees(FEEDBACK);
            wanted.want(Optional.of(notice));
            hears(aino, Optional.of(notice));
            CaseId id = aino.sees(FEEDBACK);
            aino.notes(id, "Soitan huomenna");
            aino.hasSentAll();

            aino.restart();
            assertThat(aino.session().book().scope().program()).isEqualTo(notice);

            wanted.want(Optional.empty());
            hears(aino, Optional.empty());
        }
    }

    @Test
    void whatAnOldProgramHasWaitsThereAndGoesOutOnceItMay() {
        try (Laptop aino = office.laptopOf(Office.AINO)) {
            CaseId id = aino.sees(FEEDBACK);
            var strict = new ProgramNotice("99.1", "99.0", null);
            wanted.want(Optional.of(strict));
            hears(aino, Optional.of(strict));
            aino.notes(id, "Soitan huomenna");
            aino.session().syncNow();
            aino.isTold(Connection.TOO_OLD);
            assertThat(aino.session().syncState().waiting()).hasSize(1);
            assertThat(aino.open(id).notes()).extracting(Note::text).containsExactly("Soitan huomenna");
            aino.restart();

            var mild = new ProgramNotice("99.1", "0.1", null);
            wanted.want(Optional.of(mild));
            hears(aino, Optional.of(mild));
            aino.hasSentAll();

            assertThat(aino.open(id).notes()).extracting(Note::text).containsExactly("Soitan huomenna");
        }
    }

    private static void hears(Laptop laptop, Optional<ProgramNotice> notice) {
        Eventually.holds(() -> {
            boolean heard = Optional.ofNullable(laptop.session().book().scope().program())
                    .equals(notice);
            if (!heard) {
                laptop.session().syncNow();
            }
            return heard;
        });
    }
}
