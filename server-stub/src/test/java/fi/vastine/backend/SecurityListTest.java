package fi.vastine.backend;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of what is promised names tests; each must be there. */
class SecurityListTest {
    private static final Pattern NAMED = Pattern.compile("`(\\w+Test)(?:\\.(\\w+))?`");

    @Test
    void everyTestThatTheListNamesIsThere() throws IOException {
        Map<String, Path> tests = tests();
        List<MatchResult> named = NAMED.matcher(Files.readString(Path.of("SECURITY.md")))
                .results()
                .toList();

        assertThat(named).hasSizeGreaterThan(50).allSatisfy(each -> {
            assertThat(tests).as(each.group()).containsKey(each.group(1));
            if (each.group(2) != null) {
                assertThat(methods(tests, each.group(1))).as(each.group()).contains(each.group(2));
            }
        });
    }

    private static Map<String, Path> tests() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            return files.filter(file -> file.toString().endsWith("Test.java"))
                    .collect(toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            file -> Path.of("src/test/java").relativize(file)));
        }
    }

    private static List<String> methods(Map<String, Path> tests, String test) {
        String name = String.valueOf(tests.get(test))
                .replace(".java", "")
                .replace('/', '.')
                .replace('\\', '.');
        try {
            return Arrays.stream(Class.forName(name).getDeclaredMethods())
                    .map(Method::getName)
                    .toList();
        } catch (ClassNotFoundException e) {
            throw new AssertionError(name, e);
        }
    }
}
