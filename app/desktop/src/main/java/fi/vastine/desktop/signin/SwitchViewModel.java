package fi.vastine.desktop.signin;

import fi.vastine.core.session.Sharer;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Those who share a laptop, one of whom takes it up; each keeps her place and her key, whoever was here last. */
public final class SwitchViewModel {
    private static final int KEYS = 9;

    private final List<Sharer> people;
    private final Consumer<Sharer> picked;
    private final Runnable somebodyElse;

    /**
     * Begins with nobody picked.
     *
     * @param picked told who says that it is her
     * @param somebodyElse lets somebody sign in who is not among them
     */
    public SwitchViewModel(List<Sharer> people, Consumer<Sharer> picked, Runnable somebodyElse) {
        Collator finnish = Collator.getInstance(Locale.of("fi", "FI"));
        this.people = people.stream()
                .sorted(Comparator.comparing(Sharer::name, finnish)
                        .thenComparing(each -> each.known().user()))
                .toList();
        this.picked = picked;
        this.somebodyElse = somebodyElse;
    }

    /** In the order of their names. */
    List<Sharer> people() {
        return people;
    }

    /** What somebody is called; with the name she signs in with where another is called the same. */
    String name(Sharer person) {
        long alike = people.stream()
                .filter(each -> each.name().equals(person.name()))
                .count();
        return alike == 1
                ? person.name()
                : person.name() + " (" + person.known().user() + ")";
    }

    /** The key of the one at this place, from 0; below zero where there are no keys left. */
    static int key(int place) {
        return place < KEYS ? place + 1 : -1;
    }

    void pick(Sharer person) {
        picked.accept(person);
    }

    /** A digit was pressed: 1 to 9 is one of them, 0 somebody else. */
    void press(int digit) {
        if (digit == 0) {
            somebodyElse.run();
        } else if (digit <= people.size()) {
            pick(people.get(digit - 1));
        }
    }
}
