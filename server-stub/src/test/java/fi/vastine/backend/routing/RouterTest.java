package fi.vastine.backend.routing;

import static fi.vastine.backend.TestBackend.AINO;
import static fi.vastine.backend.TestBackend.WARD;
import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.backend.TestBackend;
import fi.vastine.contract.cases.CaseStatus;
import fi.vastine.contract.cases.Event;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.id.UnitId;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RouterTest {
    @TempDir
    Path folder;

    private TestBackend backend;

    @BeforeEach
    void start() {
        backend = new TestBackend(folder);
    }

    @AfterEach
    void stop() {
        backend.close();
    }

    @Test
    void aScoreWithoutWordsIsClosedWhenItComesInAndSaysSo() {
        FeedbackCase score = backend.comesIn(WARD, " ", null);

        assertThat(score.status()).isEqualTo(CaseStatus.CLOSED);
        assertThat(score.history().getLast().what()).isEqualTo(Event.What.STATUS);
        assertThat(score.history().getLast().to()).isEqualTo("CLOSED");
    }

    @Test
    void wordsOrAWishForAReplyKeepACaseOpenOnTheResponsiblePersonsDesk() {
        assertThat(backend.comesIn(WARD, "Kiitos!", null).status()).isEqualTo(CaseStatus.NEW);

        FeedbackCase wished = backend.comesIn(WARD, "");
        assertThat(wished.status()).isEqualTo(CaseStatus.NEW);
        assertThat(wished.assignee()).isEqualTo(AINO);
        assertThat(wished.owesReply()).isTrue();
    }

    @Test
    void aScoreOfNoKnownUnitStaysOpenInTriageUntilItHasOne() {
        FeedbackCase score = backend.comesIn(new UnitId("ei-ole"), "", null);

        assertThat(score.unit()).isEqualTo(UnitId.TRIAGE);
        assertThat(score.status()).isEqualTo(CaseStatus.NEW);
    }
}
