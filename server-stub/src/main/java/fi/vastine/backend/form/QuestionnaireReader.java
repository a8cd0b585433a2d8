package fi.vastine.backend.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.form.Audience;
import fi.vastine.contract.form.Form;
import fi.vastine.contract.form.FormCheck;
import fi.vastine.contract.form.FormItem;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a form of a FHIR R4 {@code Questionnaire} in JSON, or says of each item what keeps it from being one. */
public final class QuestionnaireReader {
    /** The largest file, in bytes. */
    static final int LARGEST_FILE = 4 << 20;

    private static final int DEEPEST = 5;
    private static final String FORM = "form";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> UNSUPPORTED =
            Set.of("contained", "derivedFrom", "modifierExtension", "implicitRules");

    private final Findings findings = new Findings();

    private QuestionnaireReader() {}

    /**
     * What came of a file.
     *
     * @param form the form; absent if anything is bad
     * @param bad what is bad, a line each, beginning with the item's linkId or {@code form}
     */
    public record Reading(@Nullable Form form, List<String> bad) {}

    public static Reading read(byte[] file) {
        return new QuestionnaireReader().reading(file);
    }

    private Reading reading(byte[] file) {
        if (file.length > LARGEST_FILE) {
            return bad("the file is larger than " + (LARGEST_FILE >> 20) + " MiB");
        }
        JsonNode root;
        try {
            root = JSON.readTree(file);
        } catch (IOException e) {
            return bad("it is not JSON");
        }
        if (!root.path("resourceType").asText().equals("Questionnaire")) {
            return bad("it is not a FHIR Questionnaire");
        }
        List<String> linkIds = new ArrayList<>();
        if (!count(root.path("item"), 1, linkIds)) {
            return bad(
                    linkIds.size() > FormCheck.MOST_ITEMS
                            ? "more than " + FormCheck.MOST_ITEMS + " items; the first too many is " + linkIds.getLast()
                            : "groups lie more than " + DEEPEST + " deep: " + linkIds.getLast());
        }
        Form form = form(root);
        if (form != null) {
            FormCheck.faults(form)
                    .forEach(fault ->
                            findings.add(fault.linkId() == null ? FORM : fault.linkId(), FaultWords.of(fault)));
        }
        List<String> bad = findings.all();
        return new Reading(bad.isEmpty() ? form : null, bad);
    }

    private Reading bad(String what) {
        findings.add(FORM, what);
        return new Reading(null, findings.all());
    }

    /** Whether the items are few and lie flat enough; if not, the last linkId is that of the first too many or too deep. */
    private static boolean count(JsonNode items, int depth, List<String> linkIds) {
        for (JsonNode item : items) {
            linkIds.add(item.path("linkId").asText());
            if (linkIds.size() > FormCheck.MOST_ITEMS
                    || depth > DEEPEST
                    || !count(item.path("item"), depth + 1, linkIds)) {
                return false;
            }
        }
        return true;
    }

    private @Nullable Form form(JsonNode root) {
        root.fieldNames().forEachRemaining(name -> {
            if (UNSUPPORTED.contains(name)) {
                findings.add(FORM, name + " is not supported");
            }
        });
        String language = root.path("language").asText("");
        if (!Set.of("fi", "sv", "en").contains(language)) {
            findings.add(FORM, "language: fi, sv or en, in which the texts stand");
        }
        if (!root.path("status").asText().equals("active")) {
            findings.add(FORM, "status: only what is active is taken");
        }
        var texts = new TextReader(language, findings);
        var items = new ItemReader(texts, findings);
        String id = matching(root, "id", Fhir.ID.pattern());
        String version = matching(root, "version", Fhir.VERSION.pattern());
        String url = matching(root, "url", "\\S{1,250}");
        LocalDate from = day(root, "start");
        LocalDate until = root.path("effectivePeriod").has("end") ? day(root, "end") : null;
        Audience audience = audience(root);
        List<FormItem> read = items.items(root.path("item"));
        if (from == null || audience == null) {
            return null;
        }
        return new Form(
                id,
                version,
                url,
                from,
                until,
                audience,
                texts.of(FORM, root, "title"),
                official(root),
                read,
                items.images());
    }

    private String matching(JsonNode root, String property, String pattern) {
        String value = root.path(property).asText("");
        if (!value.matches(pattern)) {
            findings.add(FORM, property + ": it is like " + pattern);
        }
        return value;
    }

    private @Nullable LocalDate day(JsonNode root, String end) {
        String text = root.path("effectivePeriod").path(end).asText("");
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            findings.add(FORM, "effectivePeriod." + end + ": a day such as 2026-12-31");
            return null;
        }
    }

    private @Nullable Audience audience(JsonNode root) {
        for (JsonNode code : root.path("code")) {
            if (code.path("system").asText().equals(Fhir.AUDIENCE)) {
                for (Audience each : Audience.values()) {
                    if (each.name()
                            .toLowerCase(Locale.ROOT)
                            .equals(code.path("code").asText())) {
                        return each;
                    }
                }
            }
        }
        findings.add(FORM, "code: " + Fhir.AUDIENCE + " with adult, plain, child or relative");
        return null;
    }

    private List<Language> official(JsonNode root) {
        List<Language> official = new ArrayList<>();
        for (JsonNode extension : root.path("extension")) {
            String url = extension.path("url").asText();
            if (!url.equals(Fhir.OFFICIAL)) {
                findings.add(FORM, "the extension " + url + " is not supported");
                continue;
            }
            switch (extension.path("valueCode").asText()) {
                case "fi" -> official.add(Language.FI);
                case "sv" -> official.add(Language.SV);
                case "en" -> official.add(Language.EN);
                default -> findings.add(FORM, Fhir.OFFICIAL + ": fi, sv or en");
            }
        }
        return official;
    }
}
