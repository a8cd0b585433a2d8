import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Writes what is inside and under which licences, from the bill of parts; fails where one is not allowed or not known. */
public final class Notice {
    private static final Pattern LICENCE =
            Pattern.compile("(META-INF/)?(.*/)?(licen[cs]e|notice|copying)[^/]*", Pattern.CASE_INSENSITIVE);

    private Notice() {}

    public static void main(String[] given) throws Exception {
        Path bom = Path.of(given[0]);
        Set<String> allowed = Files.readAllLines(Path.of(given[1])).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .collect(Collectors.toSet());
        Path libraries = Path.of(given[2]);
        Path top = Path.of(given[3]);
        List<String> bad = new ArrayList<>();
        Set<String> parts = new TreeSet<>();
        for (JsonNode part : new ObjectMapper().readTree(bom.toFile()).path("components")) {
            if (part.path("group").asText().equals("fi.vastine")) {
                continue;
            }
            List<String> licences = new ArrayList<>();
            for (JsonNode each : part.path("licenses")) {
                JsonNode licence = each.path("license");
                licences.add(each.path("expression")
                        .asText(licence.path("id").asText(licence.path("name").asText())));
            }
            String name = part.path("group").asText() + ":" + part.path("name").asText() + " "
                    + part.path("version").asText();
            if (licences.stream().noneMatch(allowed::contains)) {
                bad.add(name + ": " + licences);
            }
            parts.add(name + "  (" + String.join(", ", licences) + ")");
        }
        if (!bad.isEmpty()) {
            System.err.println("Not under a licence of licences.txt: " + String.join("; ", bad));
            System.exit(1);
        }
        try (PrintStream out = new PrintStream(Files.newOutputStream(Path.of(given[4])), false, StandardCharsets.UTF_8)) {
            out.println("What Vastine brings along, and under which licences");
            out.println("====================================================\n");
            parts.forEach(out::println);
            out.println("Java run-time image: GPL-2.0-with-classpath-exception, with the texts in runtime/legal");
            texts(libraries, top).forEach((text, from) -> {
                out.println("\n" + "-".repeat(80) + "\n" + String.join(", ", from) + "\n" + "-".repeat(80) + "\n");
                out.println(text.strip());
            });
        }
    }

    /** Each text once, with where it was found. */
    private static Map<String, Set<String>> texts(Path libraries, Path top) throws Exception {
        Map<String, Set<String>> texts = new LinkedHashMap<>();
        List<Path> jars;
        try (var files = Files.list(libraries)) {
            jars = files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
        for (Path jar : jars) {
            try (ZipFile zip = new ZipFile(jar.toFile())) {
                for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
                    if (!entry.isDirectory() && LICENCE.matcher(entry.getName()).matches() && !entry.getName().endsWith(".class")) {
                        String text = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                        texts.computeIfAbsent(text, ignored -> new TreeSet<>()).add(jar.getFileName().toString());
                    }
                }
            }
        }
        try (var files = Files.walk(top.resolve("app/desktop/src/main/resources"))) {
            for (Path font : files.filter(file -> file.endsWith("OFL.txt")).sorted().toList()) {
                texts.computeIfAbsent(Files.readString(font), ignored -> new TreeSet<>()).add("Inter, the typeface");
            }
        }
        return texts;
    }
}
