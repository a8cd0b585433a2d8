package fi.vastine.desktop.inbox;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * Some hundred cases that stand one after another, with their texts as one, so that a word is looked for in all of them in a
 * single run through memory. Immutable.
 */
final class Folder {
    private final List<Placed> cases;
    private final int[] labels;
    private final String text;

    /** Where the text of each case ends. */
    private final int[] ends;

    Folder(List<Placed> cases) {
        this.cases = List.copyOf(cases);
        this.labels = cases.stream().mapToInt(Placed::label).toArray();
        this.ends = new int[cases.size()];
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < ends.length; i++) {
            all.append(cases.get(i).row().excerpt().toLowerCase(Locale.ROOT));
            // A word has no space in it: it is never found across the border of two texts.
            all.append('\n');
            ends[i] = all.length();
        }
        this.text = all.toString();
    }

    List<Placed> cases() {
        return cases;
    }

    int size() {
        return ends.length;
    }

    int label(int place) {
        return labels[place];
    }

    /** The places of the cases in whose text the word stands. */
    BitSet with(String word) {
        BitSet found = new BitSet(size());
        int place = 0;
        int at = text.indexOf(word);
        while (at >= 0) {
            while (ends[place] <= at) {
                place++;
            }
            found.set(place);
            at = text.indexOf(word, ends[place]);
        }
        return found;
    }
}
