package fi.vastine.backend.admin;

import fi.vastine.backend.Backend;
import fi.vastine.backend.form.AnswerExport;
import fi.vastine.backend.form.QuestionnaireReader;
import fi.vastine.contract.form.Form;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.UnitId;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What whoever runs the backend does with forms and what was answered to them. */
record FormOrders(Backend backend, PrintStream out) {
    /** Takes a form from a FHIR Questionnaire, or only says whether it could; false if it cannot be taken. */
    boolean take(Path file, boolean dryRun) {
        QuestionnaireReader.Reading reading = QuestionnaireReader.read(content(file));
        Form form = reading.form();
        if (form == null) {
            reading.bad().forEach(out::println);
            out.println("Nothing was taken: " + reading.bad().size() + " bad items.");
            return false;
        }
        if (backend.forms().isAnother(form)) {
            out.println("form: version: there is another " + form.key()
                    + "; a form is never changed, give it a new version");
            return false;
        }
        if (!dryRun) {
            backend.forms().add(form);
        }
        long questions = form.allItems().filter(item -> item.asks()).count();
        out.println((dryRun ? "Would be taken: " : "Taken: ") + form.key() + ", " + questions + " questions, used from "
                + form.from() + ".");
        return true;
    }

    /** Writes the answers of a branch and a period to a new file for its owner only; false if the order is not whole. */
    boolean export(Map<String, String> options, PersonId operator) {
        String file = options.get("--file");
        String unit = options.get("--unit");
        LocalDate from = day(options.get("--from"));
        LocalDate to = day(options.get("--to"));
        if (file == null || unit == null || from == null || to == null) {
            return false;
        }
        var branch = new UnitId(unit);
        if (!branch.equals(UnitId.TRIAGE)
                && backend.directory().organisation().unit(branch).isEmpty()) {
            throw new BackendConfig.BadSetting("No such unit: " + unit);
        }
        long[] written = {0};
        try {
            OwnerOnlyFile.write(
                    Path.of(file),
                    text -> written[0] =
                            backend.answers().write(new AnswerExport.Order(branch, from, to), operator, text));
        } catch (IOException e) {
            throw new BackendConfig.BadSetting("The file " + file + " is there already or cannot be written.");
        }
        out.println(
                "Answers: " + written[0] + ". They are for the organisation itself, and name what each person said.");
        return true;
    }

    private static byte[] content(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new BackendConfig.BadSetting("The file " + file + " cannot be read.");
        }
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new BackendConfig.BadSetting("Not a date such as 2026-12-31: " + text);
        }
    }
}
