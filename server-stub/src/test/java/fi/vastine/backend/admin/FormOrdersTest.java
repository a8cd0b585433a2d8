package fi.vastine.backend.admin;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.backend.Backend;
import fi.vastine.backend.BackendSettings;
import fi.vastine.backend.store.Samples;
import fi.vastine.contract.cases.Answers;
import fi.vastine.contract.cases.Channel;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.cases.FeedbackKind;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.cases.Origin;
import fi.vastine.contract.cases.StatementAnswer;
import fi.vastine.contract.form.Form;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.reference.Names;
import fi.vastine.contract.reference.Unit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormOrdersTest {
    private static final String FORM = """
            {"resourceType":"Questionnaire","id":"oma","url":"https://alue.example/oma","version":"1","language":"fi",
             "title":"Oma","_title":{"extension":[%1$s,%2$s]},"status":"active","effectivePeriod":{"start":"2026-12-01"},
             "code":[{"system":"urn:vastine:audience","code":"adult"}],
             "item":[{"linkId":"a","type":"boolean","text":"Kyllä?","_text":{"extension":[%1$s,%2$s]}}]}
            """.formatted(translation("sv"), translation("en"));

    @TempDir
    Path temp;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void aFormIsTakenOnceAndNeverChanged() throws IOException {
        assertThat(importing(FORM, "--dry-run")).isEqualTo(BackendMain.DONE);
        assertThat(said()).contains("Would be taken: oma/1, 1 questions, used from 2026-12-01.");
        assertThat(forms()).isEmpty();

        assertThat(importing(FORM)).isEqualTo(BackendMain.DONE);
        assertThat(importing(FORM)).isEqualTo(BackendMain.DONE);
        assertThat(importing(FORM.replace("Kyllä?", "Oikeastiko?"))).isEqualTo(BackendMain.BAD_LINES);

        assertThat(said()).contains("there is another oma/1; a form is never changed, give it a new version");
        assertThat(forms())
                .singleElement()
                .satisfies(form -> assertThat(form.item("a"))
                        .hasValueSatisfying(item -> assertThat(item.text().fi()).isEqualTo("Kyllä?")));
        assertThat(importing(FORM.replace("Kyllä?", "Oikeastiko?").replace("\"version\":\"1\"", "\"version\":\"2\"")))
                .isEqualTo(BackendMain.DONE);
        assertThat(forms()).extracting(Form::key).containsExactly("oma/1", "oma/2");
    }

    @Test
    void aFormThatCannotBeUsedIsRefusedWithItsItemAndNothingIsTaken() throws IOException {
        assertThat(importing(FORM.replace("\"boolean\"", "\"date\""))).isEqualTo(BackendMain.BAD_LINES);

        assertThat(said()).contains("a: type: date is not supported", "Nothing was taken");
        assertThat(forms()).isEmpty();
        assertThat(run("import-form", temp.resolve("none").toString())).isEqualTo(BackendMain.BAD_SETTING);
        assertThat(run("import-form")).isEqualTo(BackendMain.WRONG_USE);
    }

    @Test
    void answersOfABranchAndAPeriodAreWrittenForTheOwnerOnlyAndThatIsLogged() throws IOException {
        try (Backend backend = backend()) {
            backend.directory()
                    .put(
                            List.of(),
                            List.of(unit("alue", null), unit("osasto", "alue"), unit("muu", null)),
                            List.of(),
                            List.of());
            backend.filling()
                    .add(Stream.of(
                            answered(1, "osasto", "2026-11-01T10:00:00Z", 5),
                            answered(2, "alue", "2026-11-30T21:59:00Z", null),
                            answered(3, "osasto", "2026-11-30T22:01:00Z", 1),
                            answered(4, "muu", "2026-11-02T10:00:00Z", 2),
                            silent(5, "osasto", "2026-11-02T10:00:00Z")));
        }
        Path file = temp.resolve("answers.ndjson");

        assertThat(exporting(file, "alue")).isEqualTo(BackendMain.DONE);

        assertThat(said()).contains("Answers: 2.");
        assertThat(Files.readAllLines(file))
                .hasSize(2)
                .allMatch(line -> line.contains("\"resourceType\":\"QuestionnaireResponse\""))
                .anyMatch(line -> line.contains(new UUID(1, 1).toString()))
                .anyMatch(line -> line.contains(new UUID(1, 2).toString()) && line.contains("\"code\":\"na\""));
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
        assertThat(exporting(file, "alue")).isEqualTo(BackendMain.BAD_SETTING);
        assertThat(exporting(temp.resolve("other"), "nowhere")).isEqualTo(BackendMain.BAD_SETTING);
        assertThat(run("export-answers", "--unit", "alue")).isEqualTo(BackendMain.WRONG_USE);
        Path audit = temp.resolve("audit.csv");
        assertThat(run("audit", "--file", audit.toString())).isEqualTo(BackendMain.DONE);
        assertThat(audit).content().contains("export-answers", "alue 2026-11-01 2026-11-30", "os:");
    }

    @Test
    void theShippedFormsAreAddedOnceAndLeaveTheOrganisationsOwnAlone() throws IOException {
        assertThat(importing(FORM.replace("\"id\":\"oma\"", "\"id\":\"child\"")))
                .isEqualTo(BackendMain.DONE);
        try (Backend backend = backend()) {
            backend.forms().addShipped();
            backend.forms().addShipped();
        }

        assertThat(forms())
                .extracting(Form::key)
                .containsExactly("child/1", "national-service/2", "national/2", "plain/1", "relative/2", "short/1");
        assertThat(forms().getFirst().title().fi()).isEqualTo("Oma");
    }

    private int exporting(Path file, String unit) {
        return run(
                "export-answers",
                "--unit",
                unit,
                "--from",
                "2026-11-01",
                "--to",
                "2026-11-30",
                "--file",
                file.toString());
    }

    private int importing(String form, String... more) throws IOException {
        Path file = Files.writeString(temp.resolve("form.json"), form);
        return run(Stream.concat(Stream.of("import-form", file.toString()), Stream.of(more))
                .toArray(String[]::new));
    }

    private int run(String... arguments) {
        Map<String, String> environment =
                Map.of("VASTINE_FOLDER", temp.resolve("data").toString());
        return new BackendMain(environment, new NobodyThere(), new PrintStream(said, true, StandardCharsets.UTF_8))
                .run(arguments);
    }

    private List<Form> forms() {
        try (Backend backend = backend()) {
            return backend.forms().all();
        }
    }

    private Backend backend() {
        return new Backend(BackendSettings.loopback(temp.resolve("data")), InstantSource.system());
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private static Unit unit(String id, @Nullable String parent) {
        return new Unit(
                new UnitId(id), parent == null ? null : new UnitId(parent), 1, new Names(id, id, id), null, null);
    }

    private static FeedbackCase answered(int number, String unit, String at, @Nullable Integer score) {
        return feedback(
                number, unit, at, new Answers(List.of(new StatementAnswer(1, score)), null, null, "national/2"));
    }

    private static FeedbackCase silent(int number, String unit, String at) {
        return feedback(number, unit, at, Answers.NONE);
    }

    private static FeedbackCase feedback(int number, String unit, String at, Answers answers) {
        var origin = new Origin(Channel.PAPER, Language.FI, Instant.parse(at), answers, null);
        return Samples.received(
                new CaseId(new UUID(1, number)), new UnitId(unit), origin, FeedbackKind.OTHER, "", null);
    }

    private static String translation(String language) {
        return """
                {"url":"http://hl7.org/fhir/StructureDefinition/translation","extension":[
                 {"url":"lang","valueCode":"%1$s"},{"url":"content","valueString":"Own %1$s"}]}""".formatted(language);
    }
}
