package fi.vastine.backend.county;

import fi.vastine.contract.cases.Language;
import fi.vastine.contract.id.ThemeId;
import fi.vastine.contract.reference.Person;
import fi.vastine.contract.reference.Template;
import fi.vastine.contract.reference.Template.Part;
import fi.vastine.contract.text.ReplyText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Replies made from the county's templates, with blanks or with the blanks filled. */
final class Letters {
    private final List<Template> templates;
    private final Map<String, List<String>> fillings = new HashMap<>();

    Letters(CountyFiles files, List<Template> templates) {
        this.templates = templates;
        for (String line : files.lines("fillings.txt")) {
            String[] parts = line.split(" \\| ", 3);
            fillings.computeIfAbsent(parts[0] + parts[1], each -> new ArrayList<>())
                    .add(parts[2]);
        }
    }

    /** A reply as it is begun, its blanks still empty. */
    String begun(Language language, @Nullable ThemeId theme, Person writer, Place place) {
        return part(Part.GREETING, null, language)
                + "\n\n"
                + part(Part.PARAGRAPH, theme, language)
                + "\n\n"
                + part(Part.SIGN_OFF, null, language)
                + "\n"
                + writer.name()
                + (writer.title() == null ? "" : ", " + writer.title())
                + "\n"
                + place.name().in(language);
    }

    /** A reply as it was sent. */
    String filled(Language language, @Nullable ThemeId theme, Person writer, Place place, RandomGenerator random) {
        String text = begun(language, theme, writer, place);
        for (ReplyText.Blank blank : ReplyText.blanks(text).reversed()) {
            String name = text.substring(blank.start() + 2, blank.end() - 2);
            text = text.substring(0, blank.start()) + filling(language, name, random) + text.substring(blank.end());
        }
        return text;
    }

    private String filling(Language language, String blank, RandomGenerator random) {
        List<String> ways = fillings.get(language.name().toLowerCase(Locale.ROOT) + blank);
        if (ways == null) {
            throw new IllegalStateException("nothing fills [ " + blank + " ] in " + language);
        }
        return ways.get(random.nextInt(ways.size()));
    }

    private String part(Part part, @Nullable ThemeId theme, Language language) {
        return templates.stream()
                .filter(each ->
                        each.part() == part && each.language() == language && Objects.equals(each.theme(), theme))
                .findFirst()
                .map(Template::text)
                .orElseThrow(() -> new IllegalStateException("no " + part + " about " + theme + " in " + language));
    }
}
