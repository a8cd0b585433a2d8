package fi.vastine.desktop.reply;

import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.ThemeId;
import fi.vastine.contract.reference.Person;
import fi.vastine.contract.reference.Template;
import fi.vastine.contract.reference.Template.Part;
import fi.vastine.core.cases.Reference;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts a reply's first text together: greeting, the paragraph of a theme, sign-off with who writes. */
record Templates(Reference reference, FeedbackCase shown, PersonId writer) {

    /** The themes that have a paragraph in the language, by name; an absent one is the paragraph for any theme. */
    List<Choice> choices(Language language) {
        Stream<Choice> themes = paragraphs(language)
                .map(Template::theme)
                .filter(Objects::nonNull)
                .distinct()
                .map(Choice::new)
                .sorted(Comparator.comparing(choice -> name(choice, language)));
        Stream<Choice> general = paragraphs(language)
                .filter(template -> template.theme() == null)
                .limit(1)
                .map(template -> Choice.GENERAL);
        return Stream.concat(themes, general).toList();
    }

    /** A paragraph to choose. */
    record Choice(@Nullable ThemeId theme) {
        static final Choice GENERAL = new Choice(null);
    }

    private String name(Choice choice, Language language) {
        return choice.theme() == null ? "" : reference.themeName(choice.theme(), language);
    }

    /** The paragraph of the case's first theme that has one, else the general one. */
    Choice fitting(Language language) {
        return shown.themes().stream()
                .map(Choice::new)
                .filter(choices(language)::contains)
                .findFirst()
                .orElse(Choice.GENERAL);
    }

    /** The whole text to begin from. */
    String text(Language language, Choice choice) {
        return Stream.of(first(Part.GREETING, language), paragraph(language, choice), signOff(language))
                .filter(part -> !part.isBlank())
                .reduce((before, next) -> before + "\n\n" + next)
                .orElse("");
    }

    String paragraph(Language language, Choice choice) {
        return paragraphs(language)
                .filter(template -> Objects.equals(template.theme(), choice.theme()))
                .findFirst()
                .map(Template::text)
                .orElse("");
    }

    private String signOff(Language language) {
        Person person = reference.people().get(writer);
        String name = person == null ? reference.personName(writer) : nameAndTitle(person);
        String closing = first(Part.SIGN_OFF, language);
        return (closing.isBlank() ? "" : closing + "\n") + name + "\n" + reference.unitName(shown.unit(), language);
    }

    private static String nameAndTitle(Person person) {
        return Optional.ofNullable(person.title())
                .map(title -> person.name() + ", " + title)
                .orElse(person.name());
    }

    private String first(Part part, Language language) {
        return reference.templates().stream()
                .filter(template -> template.part() == part && template.language() == language)
                .findFirst()
                .map(Template::text)
                .orElse("");
    }

    private Stream<Template> paragraphs(Language language) {
        return reference.templates().stream()
                .filter(template -> template.part() == Part.PARAGRAPH && template.language() == language);
    }
}
