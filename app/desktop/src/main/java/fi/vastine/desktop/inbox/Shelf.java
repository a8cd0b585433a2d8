package fi.vastine.desktop.inbox;

import fi.vastine.contract.cases.CaseStatus;
import fi.vastine.contract.cases.DeliveryState;
import fi.vastine.contract.cases.FeedbackKind;
import fi.vastine.contract.cases.Signal;
import fi.vastine.contract.due.DueDates;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.ThemeId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.core.cases.Book;
import fi.vastine.core.cases.CaseRow;
import fi.vastine.core.cases.Reference;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A book arranged for the inbox of one person on one day: each tab's cases in their order, with keys to filter by.
 *
 * <p>Immutable; made and asked off the screen's thread. Making one from the next book takes over the keys of the rows that
 * did not change.
 */
final class Shelf {
    private static final Comparator<Placed> BY_DUE = Comparator.comparing(Placed::group)
            .thenComparing(placed -> !placed.urgent())
            .thenComparing(placed -> placed.row().dueOn(), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(placed -> placed.row().receivedAt())
            .thenComparing(placed -> placed.row().id().value());
    private static final Comparator<Placed> NEWEST_FIRST = Comparator.comparing(
                    (Placed placed) -> placed.row().receivedAt())
            .reversed()
            .thenComparing(placed -> placed.row().id().value());
    private static final Comparator<Placed> URGENT_THEN_NEWEST =
            Comparator.comparing((Placed placed) -> !placed.urgent()).thenComparing(NEWEST_FIRST);
    private static final Comparator<Placed> OLDEST_FIRST = Comparator.comparing((Placed placed) -> !placed.urgent())
            .thenComparing(placed -> placed.row().receivedAt())
            .thenComparing(placed -> placed.row().id().value());

    private final Book book;
    private final List<Placed> inBookOrder;
    private final Map<InboxTab, List<Placed>> tabs;
    private final LocalDate today;
    private final Week week;

    private Shelf(Book book, List<Placed> inBookOrder, Map<InboxTab, List<Placed>> tabs, LocalDate today, Week week) {
        this.book = book;
        this.inBookOrder = inBookOrder;
        this.tabs = tabs;
        this.today = today;
        this.week = week;
    }

    /** One case where it stands. */
    record Placed(CaseRow row, InboxTab tab, DueGroup group, String key) {
        boolean urgent() {
            return row.signals().contains(Signal.URGENT) && tab != InboxTab.HANDLED;
        }
    }

    /** What came in since Monday. */
    record Week(int all, int thanks) {}

    /**
     * Arranges a book.
     *
     * @param earlier the arrangement of the book before; absent the first time
     */
    static Shelf of(Book book, @Nullable Shelf earlier, PersonId reader, LocalDate today) {
        List<Placed> known = earlier == null || !earlier.today.equals(today) ? List.of() : earlier.inBookOrder;
        List<Placed> placed = placed(book.rows(), known, reader, today);
        Map<InboxTab, List<Placed>> tabs = new EnumMap<>(InboxTab.class);
        for (InboxTab tab : InboxTab.values()) {
            tabs.put(tab, new ArrayList<>());
        }
        for (Placed each : placed) {
            of(tabs, each.tab()).add(each);
            if (each.tab() != InboxTab.TRIAGE) {
                of(tabs, InboxTab.ALL).add(each);
            }
        }
        of(tabs, InboxTab.WAITING).sort(BY_DUE);
        of(tabs, InboxTab.READING).sort(URGENT_THEN_NEWEST);
        of(tabs, InboxTab.HANDLED).sort(NEWEST_FIRST);
        of(tabs, InboxTab.ALL).sort(NEWEST_FIRST);
        of(tabs, InboxTab.TRIAGE).sort(OLDEST_FIRST);
        return new Shelf(book, placed, tabs, today, week(book.rows(), today));
    }

    private static List<Placed> of(Map<InboxTab, List<Placed>> tabs, InboxTab tab) {
        return tabs.getOrDefault(tab, List.of());
    }

    /** Both lists are in the book's order, so that rows which did not change meet again by walking along. */
    private static List<Placed> placed(List<CaseRow> rows, List<Placed> known, PersonId reader, LocalDate today) {
        List<Placed> placed = new ArrayList<>(rows.size());
        int at = 0;
        for (CaseRow row : rows) {
            while (at < known.size() && before(known.get(at).row().id(), row.id())) {
                at++;
            }
            placed.add(
                    at < known.size() && known.get(at).row().equals(row) ? known.get(at) : place(row, reader, today));
        }
        return placed;
    }

    private static boolean before(CaseId one, CaseId other) {
        return one.value().compareTo(other.value()) < 0;
    }

    private static Placed place(CaseRow row, PersonId reader, LocalDate today) {
        InboxTab tab = tab(row);
        DueGroup group = waitsForOthers(row, reader) ? DueGroup.OTHERS : due(row, today);
        return new Placed(row, tab, group, row.excerpt().toLowerCase(Locale.ROOT));
    }

    private static InboxTab tab(CaseRow row) {
        if (row.unit().equals(UnitId.TRIAGE)) {
            return InboxTab.TRIAGE;
        }
        if (row.owesReply() || needsSettling(row)) {
            return InboxTab.WAITING;
        }
        boolean done = row.handedOver() || row.status() == CaseStatus.ANSWERED || row.status() == CaseStatus.CLOSED;
        return done ? InboxTab.HANDLED : InboxTab.READING;
    }

    private static DueGroup due(CaseRow row, LocalDate today) {
        return needsSettling(row) ? DueGroup.TODAY : DueGroup.of(row.dueOn(), today);
    }

    /** Nobody knows whether the reply arrived: a person has to look today. */
    private static boolean needsSettling(CaseRow row) {
        return row.delivery() == DeliveryState.IN_DOUBT && !row.handedOver();
    }

    private static boolean waitsForOthers(CaseRow row, PersonId reader) {
        if (row.waitsForReview()) {
            return !reader.equals(row.reviewer());
        }
        return row.assignee() != null && !row.assignee().equals(reader);
    }

    private static Week week(List<CaseRow> rows, LocalDate today) {
        Instant monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .atStartOfDay(DueDates.ZONE)
                .toInstant();
        int all = 0;
        int thanks = 0;
        for (CaseRow row : rows) {
            if (!row.receivedAt().isBefore(monday)) {
                all++;
                thanks += row.kind() == FeedbackKind.THANKS ? 1 : 0;
            }
        }
        return new Week(all, thanks);
    }

    Week week() {
        return week;
    }

    int count(InboxTab tab) {
        return of(tabs, tab).size();
    }

    boolean isOf(Book other, LocalDate day) {
        return book == other && today.equals(day);
    }

    /** The cases that answer the query, in the tab's order. */
    List<Placed> find(Query query, Words words) {
        return find(query, words, of(tabs, query.tab()));
    }

    /** The same, looking only among what an earlier, wider query found on this shelf. */
    List<Placed> find(Query query, Words words, List<Placed> among) {
        if (query.words().isEmpty() && query.unit() == null) {
            return among;
        }
        List<Word> wanted = query.words().stream()
                .map(word -> Word.of(word, words, book.reference()))
                .toList();
        List<Placed> found = new ArrayList<>();
        for (Placed placed : among) {
            if ((query.unit() == null || query.unit().equals(placed.row().unit())) && matches(placed, wanted)) {
                found.add(placed);
            }
        }
        return found;
    }

    private static boolean matches(Placed placed, List<Word> wanted) {
        for (Word word : wanted) {
            if (!word.isIn(placed)) {
                return false;
            }
        }
        return true;
    }

    /** A word looked up once among the few names, so that only the texts are left to be searched row by row. */
    private record Word(String word, Set<UnitId> units, Set<FeedbackKind> kinds, Set<ThemeId> themes) {
        static Word of(String word, Words words, Reference reference) {
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
            return new Word(word, units, kinds, themes);
        }

        private static String small(String name) {
            return name.toLowerCase(Locale.ROOT);
        }

        boolean isIn(Placed placed) {
            CaseRow row = placed.row();
            return placed.key().contains(word)
                    || (!kinds.isEmpty() && kinds.contains(row.kind()))
                    || (!units.isEmpty() && units.contains(row.unit()))
                    || (!themes.isEmpty() && row.themes().stream().anyMatch(themes::contains));
        }
    }
}
