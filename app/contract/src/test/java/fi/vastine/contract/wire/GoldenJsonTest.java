package fi.vastine.contract.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import fi.vastine.contract.cases.Answers;
import fi.vastine.contract.cases.Face;
import fi.vastine.contract.cases.FaceScale;
import fi.vastine.contract.cases.StatementAnswer;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.command.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The JSON of each wire type is the one in its golden file; a change there is a change of the protocol.
 *
 * <p>To write a new one, delete the file and run with {@code -Dgolden.write}.
 */
class GoldenJsonTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    @TestFactory
    Stream<DynamicTest> everyTypeIsWrittenAndReadAsItsGoldenFileSays() {
        return Samples.all().entrySet().stream()
                .map(sample -> DynamicTest.dynamicTest(sample.getKey(), () -> {
                    Path file = GOLDEN.resolve(sample.getKey() + ".json");
                    if (System.getProperty("golden.write") != null && Files.notExists(file)) {
                        Files.writeString(file, JSON.writeValueAsString(sample.getValue()) + "\n");
                    }
                    String golden = Files.readString(file);
                    assertThat(JSON.readTree(JSON.writeValueAsString(sample.getValue())))
                            .isEqualTo(JSON.readTree(golden));
                    assertThat(JSON.readValue(golden, typeOf(sample.getValue())))
                            .isEqualTo(sample.getValue());
                }));
    }

    @Test
    void everyCommandOutcomeAndLineHasASample() {
        assertThat(classes(Samples.commands())).containsExactlyInAnyOrder(Command.class.getPermittedSubclasses());
        assertThat(classes(Samples.outcomes())).containsExactlyInAnyOrder(Outcome.class.getPermittedSubclasses());
        assertThat(classes(Samples.lines())).containsExactlyInAnyOrder(PullLine.class.getPermittedSubclasses());
    }

    @Test
    void noGoldenFileIsLeftOver() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".json", "")))
                    .containsExactlyInAnyOrderElementsOf(Samples.all().keySet());
        }
    }

    @Test
    void whatANewerBackendAddsIsPassedOver() throws IOException {
        assertThat(JSON.readValue("{\"changeNo\":5,\"scopeVersion\":2,\"added\":true}", News.class))
                .isEqualTo(new News(5, 2));
    }

    @Test
    void whatWasAnsweredBeforeFormsHadItemsIsStillRead() throws IOException {
        String kept = """
                {"statements":[{"statement":1,"score":2}],"face":{"scale":"THREE","value":2},"form":"child/1"}""";

        Answers read = JSON.readValue(kept, Answers.class);

        assertThat(read)
                .isEqualTo(
                        new Answers(List.of(new StatementAnswer(1, 2)), null, new Face(FaceScale.THREE, 2), "child/1"));
        assertThat(read.threeFaces()).containsExactly(2);
        assertThat(JSON.readTree(JSON.writeValueAsString(read))).isEqualTo(JSON.readTree(kept));
    }

    private static Class<?> typeOf(Object sample) {
        return Stream.of(Command.class, Outcome.class, PullLine.class)
                .<Class<?>>map(type -> type)
                .filter(type -> type.isInstance(sample))
                .findFirst()
                .orElse(sample.getClass());
    }

    private static Class<?>[] classes(Collection<?> samples) {
        return Arrays.copyOf(samples.stream().map(Object::getClass).toArray(), samples.size(), Class[].class);
    }
}
