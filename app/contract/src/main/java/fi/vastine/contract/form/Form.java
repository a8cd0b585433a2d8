package fi.vastine.contract.form;

import com.fasterxml.jackson.annotation.JsonInclude;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.reference.Names;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One version of a form. It is never changed: what was answered by it must mean the same in ten years.
 *
 * @param id the form, whatever its version
 * @param url the form's canonical address towards other systems
 * @param from the first day on which the version is used, in Europe/Helsinki
 * @param until the last day; absent while no end is known
 * @param official the languages in which the wording is the official one, not our translation
 * @param images what the items show that the program does not draw itself
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Form(
        String id,
        String version,
        String url,
        LocalDate from,
        @Nullable LocalDate until,
        Audience audience,
        Names title,
        List<Language> official,
        List<FormItem> items,
        List<FormImage> images) {
    public Form {
        official = official == null ? List.of() : List.copyOf(official);
        items = items == null ? List.of() : List.copyOf(items);
        images = images == null ? List.of() : List.copyOf(images);
    }

    /** What answers are kept with, such as {@code national/2}. */
    public String key() {
        return id + "/" + version;
    }

    /**
     * Whether an official wording is to be had that this is not: the national statements have one in each language, and so have
     * the questions to children. Plain language and relatives are asked in words of our own.
     */
    public boolean isUnofficialIn(Language language) {
        return (audience == Audience.CHILD || !official.isEmpty()) && !official.contains(language);
    }

    /** Whether this version may be used on a day; a later one that has begun takes its place. */
    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }

    /** Every item, those in groups too, in order; a group stands before its items. */
    public Stream<FormItem> allItems() {
        return items.stream().flatMap(FormItem::all);
    }

    public Optional<FormItem> item(String linkId) {
        return allItems().filter(item -> item.linkId().equals(linkId)).findFirst();
    }

    public Optional<FormImage> image(String name) {
        return images.stream().filter(image -> image.name().equals(name)).findFirst();
    }
}
