package fi.vastine.backend.intake;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.backend.admin.BackendMain;
import fi.vastine.backend.http.TestClient;
import fi.vastine.backend.store.Database;
import fi.vastine.backend.store.Json;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.wire.Intake;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The backend as a program of its own, killed while forms come in: what it gave a receipt for is there, and nothing twice. */
class KilledIntakeTest {
    private static final int SENDERS = 8;
    private static final int KILLED_AFTER = 200;
    private static final int MOST = 20_000;

    @TempDir
    Path temp;

    private Path folder;
    private Path config;

    /** By form, its receipt if one came. */
    private final Map<UUID, Intake.Receipt> receipts = new ConcurrentHashMap<>();

    private final Map<UUID, String> posted = new ConcurrentHashMap<>();

    @BeforeEach
    void configure() throws IOException {
        folder = temp.resolve("data");
        config = Files.writeString(temp.resolve("vastine.properties"), """
                folder = %s
                port = 0
                feedback.per-sender = 1000000
                feedback.in-all = 1000000
                admin.user = hallinta
                admin.name = Helmi Hallinta
                admin.password = lumiukko ja kesäyö
                """.formatted(
                        folder.toString().replace('\\', '/')));
    }

    @Test
    void everyReceiptHoldsAfterAKillAndAFormThatIsSentAgainGetsTheSameOne() throws Exception {
        killedAmidPosts();
        assertThat(receipts).hasSizeBetween(KILLED_AFTER, MOST - 1);
        assertThat(posted).hasSizeBetween(receipts.size(), receipts.size() + SENDERS);

        Map<UUID, String> kept = keptTexts();
        receipts.forEach((form, receipt) -> assertThat(kept).containsEntry(receipt.id(), posted.get(form)));

        // Who got no receipt cannot know whether the form arrived, and sends it again; so does who was only impatient.
        Served again = Served.start(config);
        try (var client = new TestClient(again.port())) {
            posted.keySet().forEach(form -> {
                Intake.Receipt repeated = client.read(post(client, form), Intake.Receipt.class);
                assertThat(repeated).isEqualTo(receipts.getOrDefault(form, repeated));
            });
        } finally {
            again.kill();
        }
        assertThat(keptTexts().values()).containsExactlyInAnyOrderElementsOf(posted.values());
    }

    private void killedAmidPosts() throws Exception {
        Served served = Served.start(config);
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int sender = 0; sender < SENDERS; sender++) {
                all.add(senders.submit(() -> postUntilTheBackendIsGone(served)));
            }
            for (Future<?> each : all) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } finally {
            served.kill();
        }
    }

    private void postUntilTheBackendIsGone(Served served) {
        try (var client = new TestClient(served.port())) {
            while (posted.size() < MOST) {
                UUID form = UUID.randomUUID();
                posted.put(form, "Odotin kaksi tuntia. " + form);
                HttpResponse<String> answer;
                try {
                    answer = post(client, form);
                } catch (AssertionError killed) {
                    assertThat(killed).hasMessage("No answer came.");
                    return;
                }
                assertThat(answer.statusCode()).isEqualTo(201);
                receipts.put(form, client.read(answer, Intake.Receipt.class));
                if (receipts.size() == KILLED_AFTER) {
                    served.kill();
                }
            }
        }
    }

    private HttpResponse<String> post(TestClient client, UUID form) {
        return client.post("/v1/feedback", "{\"id\":\"" + form + "\",\"text\":\"" + posted.get(form) + "\"}");
    }

    /** What lies in the database, by case. */
    private Map<UUID, String> keptTexts() {
        Map<UUID, String> texts = new HashMap<>();
        var json = new Json();
        try (Database database = Database.inFolder(folder)) {
            database
                    .jdbi()
                    .withHandle(handle -> handle.createQuery("SELECT body FROM feedback_case")
                            .mapTo(String.class)
                            .list())
                    .stream()
                    .map(body -> json.read(body, FeedbackCase.class))
                    .forEach(
                            each -> texts.put(each.id().value(), each.feedback().text()));
        }
        return texts;
    }

    /** The program, serving in a process of its own. */
    private record Served(Process process, int port) {
        static Served start(Path config) throws IOException {
            Process process = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElseThrow(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            BackendMain.class.getName(),
                            "serve",
                            "--config",
                            config.toString())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            BufferedReader said = process.errorReader();
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                if (line.startsWith("Vastine's backend listens on port ")) {
                    return new Served(process, Integer.parseInt(line.replaceAll("\\D", "")));
                }
            }
            throw new AssertionError("The backend did not start: " + process.exitValue());
        }

        /** As by {@code kill -9}. */
        void kill() {
            process.toHandle().destroyForcibly();
            try {
                assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }
}
