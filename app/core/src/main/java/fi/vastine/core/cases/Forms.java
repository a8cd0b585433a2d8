package fi.vastine.core.cases;

import fi.vastine.contract.form.Audience;
import fi.vastine.contract.form.Form;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The versions of forms that this laptop holds; immutable.
 *
 * <p>Without a network it goes on with those: the backend takes answers to any version that ever was.
 */
public record Forms(List<Form> versions) {
    public static final Forms NONE = new Forms(List.of());

    public Forms {
        versions = List.copyOf(versions);
    }

    /**
     * The forms to use on a day, one version of each, by whom they are for and then by their ids.
     *
     * @param day in Europe/Helsinki
     */
    public List<Form> usable(LocalDate day) {
        var newest = new TreeMap<String, Form>();
        versions.stream()
                .filter(form -> !form.from().isAfter(day))
                .forEach(form -> newest.merge(
                        form.id(), form, (one, other) -> other.from().isAfter(one.from()) ? other : one));
        // A version that has begun takes the place of the one before it, also where it has ended since.
        return newest.values().stream()
                .filter(form -> form.holdsOn(day))
                .sorted(Comparator.comparing(Form::audience))
                .toList();
    }

    /** The forms to use on a day for one audience. */
    public List<Form> usable(LocalDate day, Audience audience) {
        return usable(day).stream().filter(form -> form.audience() == audience).toList();
    }

    /** The version that answers were kept with; empty if this laptop does not hold it, and the answers' own labels must do. */
    public Optional<Form> version(String key) {
        return versions.stream().filter(form -> form.key().equals(key)).findFirst();
    }
}
