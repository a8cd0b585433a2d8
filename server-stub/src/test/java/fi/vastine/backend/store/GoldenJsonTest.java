package fi.vastine.backend.store;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.contract.command.Command;
import fi.vastine.contract.command.Outcome;
import fi.vastine.contract.wire.PullLine;
import fi.vastine.contract.wire.PullRequest;
import fi.vastine.contract.wire.Push;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The backend's JSON is the contract's: each of its golden files is read and written again as it was. */
class GoldenJsonTest {
    private static final Path GOLDEN = Path.of("../app/contract/src/test/resources/golden");
    private static final Map<String, Class<?>> TYPES = Map.of(
            "command-",
            Command.class,
            "outcome-",
            Outcome.class,
            "pull-request",
            PullRequest.class,
            "pull-",
            PullLine.class,
            "push-request",
            Push.Request.class,
            "push-answer",
            Push.Answer.class);

    private final Json json = new Json();

    @TestFactory
    Stream<DynamicTest> whatTheContractWroteIsReadAndWrittenAsItWas() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            List<Path> ours =
                    files.filter(file -> prefix(file) != null).sorted().toList();
            assertThat(ours).hasSizeGreaterThan(30);
            return ours.stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                        String golden = Files.readString(file);
                        Object read = json.read(golden, type(file));
                        assertThat(json.mapper().readTree(json.write(read)))
                                .isEqualTo(json.mapper().readTree(golden));
                    }));
        }
    }

    private static Class<?> type(Path file) {
        return TYPES.getOrDefault(String.valueOf(prefix(file)), Object.class);
    }

    private static @Nullable String prefix(Path file) {
        String name = file.getFileName().toString();
        return TYPES.keySet().stream()
                .filter(name::startsWith)
                .max(Comparator.comparingInt(String::length))
                .orElse(null);
    }
}
