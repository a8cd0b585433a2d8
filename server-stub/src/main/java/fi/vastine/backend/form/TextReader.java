package fi.vastine.backend.form;

import com.fasterxml.jackson.databind.JsonNode;
import fi.vastine.contract.reference.Names;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Reads texts with their translations; what is missing is empty, for the form's own check to find. */
final class TextReader {
    private static final Set<String> LANGUAGES = Set.of("fi", "sv", "en");

    private final String language;
    private final Findings findings;

    /** {@code language} is the one in which the file's texts stand by themselves. */
    TextReader(String language, Findings findings) {
        this.language = language;
        this.findings = findings;
    }

    /** The text of a property, such as {@code text} with {@code _text} beside it. */
    Names of(String where, JsonNode owner, String property) {
        Map<String, String> texts = new HashMap<>();
        texts.put(language, owner.path(property).asText("").strip());
        JsonNode beside = owner.path("_" + property);
        beside.fieldNames().forEachRemaining(name -> {
            if (!name.equals("extension") && !name.equals("id")) {
                findings.add(where, "_" + property + "." + name + " is not supported");
            }
        });
        for (JsonNode extension : beside.path("extension")) {
            String url = extension.path("url").asText();
            if (url.equals(Fhir.TRANSLATION)) {
                translation(where, extension, texts);
            } else {
                findings.add(where, "_" + property + ": the extension " + url + " is not supported");
            }
        }
        return new Names(texts.getOrDefault("fi", ""), texts.getOrDefault("sv", ""), texts.getOrDefault("en", ""));
    }

    private void translation(String where, JsonNode extension, Map<String, String> texts) {
        String into = "";
        String text = "";
        for (JsonNode part : extension.path("extension")) {
            if (part.path("url").asText().equals("lang")) {
                into = part.path("valueCode").asText();
            } else if (part.path("url").asText().equals("content")) {
                JsonNode content = part.has("valueMarkdown") ? part.path("valueMarkdown") : part.path("valueString");
                text = content.asText("");
            }
        }
        if (!LANGUAGES.contains(into)) {
            findings.add(where, "a translation into " + into + " is not supported");
        } else {
            texts.putIfAbsent(into, text.strip());
        }
    }
}
