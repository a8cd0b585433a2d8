package fi.vastine.desktop.inbox;

import fi.vastine.contract.cases.FeedbackKind;
import fi.vastine.contract.id.ThemeId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.core.cases.Reference;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A query made ready for many folders. Belongs to one thread. */
final class Wanted {
    private final InboxTab tab;
    private final @Nullable Naming unit;
    private final List<Word> words;

    Wanted(Query query, Words words, Reference reference, Labels labels) {
        UnitId only = query.unit();
        this.tab = query.tab();
        this.unit = only == null ? null : new Naming(Set.of(only), Set.of(), Set.of(), labels);
        this.words = query.words().stream()
                .map(word -> new Word(word, Naming.of(word, words, reference, labels)))
                .toList();
    }

    /** The places of the cases that answer. */
    BitSet in(Folder folder) {
        BitSet found = new BitSet(folder.size());
        if (unit == null) {
            found.set(0, folder.size());
        } else {
            unit.addTo(found, folder);
        }
        for (Word word : words) {
            if (found.isEmpty()) {
                return found;
            }
            BitSet withWord = folder.with(word.word());
            word.naming().addTo(withWord, folder);
            found.and(withWord);
        }
        if (tab == InboxTab.HANDLED) {
            leaveHandled(found, folder.cases());
        }
        return found;
    }

    /** What is handled stands among all cases. */
    private static void leaveHandled(BitSet found, List<Placed> cases) {
        for (int at = found.nextSetBit(0); at >= 0; at = found.nextSetBit(at + 1)) {
            if (cases.get(at).tab() != InboxTab.HANDLED) {
                found.clear(at);
            }
        }
    }

    private record Word(String word, Naming naming) {}

    /** Which labels have a name with the word in it; each is looked at once, when the first case has it. */
    private static final class Naming {
        private static final byte NAMED = 1;
        private static final byte NOT_NAMED = 2;

        private final Set<UnitId> units;
        private final Set<FeedbackKind> kinds;
        private final Set<ThemeId> themes;
        private final Labels labels;
        private final byte[] known;

        Naming(Set<UnitId> units, Set<FeedbackKind> kinds, Set<ThemeId> themes, Labels labels) {
            this.units = units;
            this.kinds = kinds;
            this.themes = themes;
            this.labels = labels;
            this.known = new byte[labels.size()];
        }

        static Naming of(String word, Words words, Reference reference, Labels labels) {
            Set<UnitId> units = new HashSet<>();
            reference.units().values().forEach(unit -> {
                if (small(unit.name().in(words.language())).contains(word)) {
                    units.add(unit.id());
                }
            });
            Set<FeedbackKind> kinds = new HashSet<>();
            for (FeedbackKind kind : FeedbackKind.values()) {
                if (small(words.of(kind)).contains(word)) {
                    kinds.add(kind);
                }
            }
            Set<ThemeId> themes = new HashSet<>();
            reference.themes().values().forEach(theme -> {
                if (small(theme.name().in(words.language())).contains(word)) {
                    themes.add(theme.id());
                }
            });
            return new Naming(units, kinds, themes, labels);
        }

        private static String small(String name) {
            return name.toLowerCase(Locale.ROOT);
        }

        void addTo(BitSet found, Folder folder) {
            if (units.isEmpty() && kinds.isEmpty() && themes.isEmpty()) {
                return;
            }
            for (int at = found.nextClearBit(0); at < folder.size(); at = found.nextClearBit(at + 1)) {
                if (names(folder.label(at))) {
                    found.set(at);
                }
            }
        }

        private boolean names(int number) {
            if (known[number] == 0) {
                known[number] = names(labels.get(number)) ? NAMED : NOT_NAMED;
            }
            return known[number] == NAMED;
        }

        private boolean names(Labels.Label label) {
            return kinds.contains(label.kind())
                    || units.contains(label.unit())
                    || label.themes().stream().anyMatch(themes::contains);
        }
    }
}
