package fi.vastine.backend.form;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with a file, each with the item it is about; in the order in which it was found. */
final class Findings {
    private final List<String> found = new ArrayList<>();

    /** {@code where} is a linkId, or what stands above all items. */
    void add(String where, String what) {
        found.add(where + ": " + what);
    }

    List<String> all() {
        return found.stream().distinct().toList();
    }
}
