package fi.vastine.backend.feed;

import static fi.vastine.backend.TestBackend.AINO;
import static fi.vastine.backend.TestBackend.CLINIC;
import static fi.vastine.backend.TestBackend.SUBSTITUTE;
import static fi.vastine.backend.TestBackend.TODAY;
import static fi.vastine.backend.TestBackend.WARD;
import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.backend.TestBackend;
import fi.vastine.backend.TestLaptop;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.reference.Substitution;
import fi.vastine.contract.wire.News;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WaitTest {
    @TempDir
    Path folder;

    @Test
    void aChangeInOnesOwnUnitWakesWhoWaitsWithinATenthOfASecond() throws Exception {
        try (TestBackend backend = new TestBackend(folder)) {
            List<Long> latencies = new ArrayList<>();
            List<Long> ordinary = new ArrayList<>();
            for (int i = 0; i < 9; i++) {
                long asked = System.nanoTime();
                assertThat(backend.client.get("/v1/nothing").statusCode()).isEqualTo(404);
                ordinary.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - asked));
                CompletableFuture<HttpResponse<String>> waiting = wait(backend, AINO, newest(backend), 1);
                backend.awaitWaiting(1);

                long began = System.nanoTime();
                FeedbackCase fresh = backend.comesIn(WARD, "Odotin kaksi tuntia.");
                HttpResponse<String> answer = waiting.get(10, TimeUnit.SECONDS);
                latencies.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));

                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(backend.client.read(answer, News.class)).isEqualTo(new News(fresh.changeNo(), 1));
            }
            latencies.sort(Long::compare);
            ordinary.sort(Long::compare);
            // On a machine so busy that an ordinary request takes long, this one does too.
            assertThat(latencies.get(4))
                    .as("the median of %s ms, with its commit; ordinary requests took %s ms", latencies, ordinary)
                    .isLessThan(Math.max(100, 10 * ordinary.get(4)));
        }
    }

    @Test
    void nothingInOnesOwnUnitsEndsTheWaitEmptyHanded() throws Exception {
        try (TestBackend backend = new TestBackend(folder, Duration.ofMillis(700))) {
            CompletableFuture<HttpResponse<String>> waiting = wait(backend, AINO, newest(backend), 1);
            backend.awaitWaiting(1);

            backend.comesIn(CLINIC, "Toisen yksikön asia.");

            assertThat(waiting.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(204);
            backend.awaitWaiting(0);
        }
    }

    @Test
    void aCaseThatLeavesOnesUnitIsNews() throws Exception {
        try (TestBackend backend = new TestBackend(folder)) {
            FeedbackCase moving = backend.comesIn(WARD, "Koskee vastaanottoa.");
            CompletableFuture<HttpResponse<String>> waiting = wait(backend, AINO, newest(backend), 1);
            backend.awaitWaiting(1);

            backend.laptopOf(TestBackend.QUALITY)
                    .does(moving.id(), new Command.MoveToUnit(WARD, CLINIC, "Väärä yksikkö."));

            assertThat(waiting.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void whatHappenedBeforeTheAskingIsAnsweredAtOnce() throws Exception {
        try (TestBackend backend = new TestBackend(folder)) {
            FeedbackCase fresh = backend.comesIn(WARD, "Odotin kaksi tuntia.");

            HttpResponse<String> answer =
                    wait(backend, AINO, fresh.changeNo() - 1, 1).get(10, TimeUnit.SECONDS);

            assertThat(answer.statusCode()).isEqualTo(200);
        }
    }

    @Test
    void anotherScopeIsNewsWithinTwoSeconds() throws Exception {
        try (TestBackend backend = new TestBackend(folder)) {
            CompletableFuture<HttpResponse<String>> waiting = wait(backend, SUBSTITUTE, newest(backend), 1);
            backend.awaitWaiting(1);

            backend.directory.substitute(new Substitution(AINO, SUBSTITUTE, TODAY, TODAY.plusDays(5)));
            // The organisation is looked at by the clock, which stands still in tests.
            backend.clock.pass(Duration.ofSeconds(2));

            HttpResponse<String> answer = waiting.get(10, TimeUnit.SECONDS);
            assertThat(backend.client.read(answer, News.class).scopeVersion()).isEqualTo(2);
        }
    }

    private static long newest(TestBackend backend) {
        return backend.feed.read(view -> view.changeNo());
    }

    private static CompletableFuture<HttpResponse<String>> wait(
            TestBackend backend, PersonId person, long after, long scopeVersion) {
        TestLaptop laptop = backend.laptopOf(person);
        return CompletableFuture.supplyAsync(
                () -> backend.client.send(backend.client
                        .to("/v1/changes/wait?after=" + after + "&scopeVersion=" + scopeVersion)
                        .header("Authorization", "Bearer " + laptop.token())),
                Thread::startVirtualThread);
    }
}
