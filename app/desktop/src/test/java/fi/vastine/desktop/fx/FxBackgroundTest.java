package fi.vastine.desktop.fx;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.desktop.ui.UiDriver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FxBackgroundTest {

    private final FxBackground background = new FxBackground();
    private UiDriver driver;

    @BeforeEach
    void openWindow() {
        driver = UiDriver.open(Pane::new);
    }

    @AfterEach
    void close() {
        background.close();
        driver.close();
    }

    @Test
    void whatAsksForLaterWhenAllHasEndedIsAnsweredAndNothingComes() {
        background.close();

        background.after(Duration.ZERO, () -> {}).cancel();
    }

    @Test
    void workOfOneLaneKeepsItsOrderAndItsResultsReachTheScreen() throws InterruptedException {
        BlockingQueue<String> arrived = new LinkedBlockingQueue<>();
        for (int number = 0; number < 100; number++) {
            int mine = number;
            background.run(
                    Lane.READ, () -> mine, result -> arrived.add(result + " " + Platform.isFxApplicationThread()));
        }

        for (int number = 0; number < 100; number++) {
            assertThat(arrived.poll(10, TimeUnit.SECONDS)).isEqualTo(number + " true");
        }
    }

    @Test
    void slowLaneDoesNotHoldUpAnother() throws InterruptedException {
        CountDownLatch network = new CountDownLatch(1);
        CountDownLatch read = new CountDownLatch(1);
        background.run(Lane.NETWORK, () -> await(network));
        background.run(Lane.READ, read::countDown);

        assertThat(read.await(10, TimeUnit.SECONDS)).isTrue();
        network.countDown();
    }

    @Test
    void failureOfTheWorkReachesTheScreen() throws InterruptedException {
        BlockingQueue<String> failures = new LinkedBlockingQueue<>();
        background.run(
                Lane.READ,
                () -> {
                    throw new IllegalStateException("no disk");
                },
                result -> {},
                failure -> failures.add(failure.getMessage()));

        assertThat(failures.poll(10, TimeUnit.SECONDS)).isEqualTo("no disk");
    }

    @Test
    void screenSeesTheLatestOfManySnapshotsAndFewOfThem() {
        List<Integer> seen = new ArrayList<>();
        Consumer<Integer> door = background.latest(seen::add);
        for (int snapshot = 1; snapshot <= 10_000; snapshot++) {
            door.accept(snapshot);
        }

        driver.waitUntil("the last snapshot", () -> seen.contains(10_000));
        assertThat(seen).isSorted().hasSizeLessThan(1000);
    }

    @Test
    void whatIsDueLaterCanBeCalledOff() {
        AtomicInteger happened = new AtomicInteger();
        AtomicBoolean later = new AtomicBoolean();
        background.after(Duration.ofSeconds(1), happened::incrementAndGet).cancel();
        background.after(Duration.ofMillis(1_020), () -> later.set(true));

        driver.waitUntil("the later one", later::get);
        assertThat(happened).hasValue(0);
    }

    @Test
    void watchdogTellsWhereTheScreenStoodStill() throws InterruptedException {
        BlockingQueue<String> stalls = new LinkedBlockingQueue<>();
        CountDownLatch told = new CountDownLatch(1);
        try (Watchdog watching = UiDriver.onScreen(() -> Watchdog.start(stall -> {
            stalls.add(stall);
            told.countDown();
        }))) {
            Platform.runLater(() -> standStill(told));

            assertThat(stalls.poll(10, TimeUnit.SECONDS)).contains("standStill");
            assertThat(watching).isNotNull();
        }
    }

    private static void standStill(CountDownLatch until) {
        await(until);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
