package fi.vastine.desktop.inbox;

import static java.util.Objects.requireNonNull;

import fi.vastine.contract.cases.CaseStatus;
import fi.vastine.contract.cases.DeliveryState;
import fi.vastine.contract.cases.FeedbackKind;
import fi.vastine.contract.due.DueDates;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.core.cases.Book;
import fi.vastine.core.cases.CaseRow;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A book arranged for the inbox of one person on one day: each tab's cases in their order.
 *
 * <p>Made and asked off the screen's thread, by one thread. Made from the next book, it takes over whatever did not change.
 */
final class Shelf {
    private static final Comparator<Placed> BY_DUE = Comparator.comparing(Placed::group)
            .thenComparing(placed -> !placed.urgent())
            .thenComparing(placed -> placed.row().dueOn(), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(placed -> placed.row().receivedAt())
            .thenComparing(placed -> placed.row().id().value());
    private static final Comparator<Placed> NEWEST_FIRST = Shelf::newestFirst;
    private static final Comparator<Placed> URGENT_THEN_NEWEST =
            Comparator.comparing((Placed placed) -> !placed.urgent()).thenComparing(NEWEST_FIRST);
    private static final Comparator<Placed> OLDEST_FIRST = Comparator.comparing((Placed placed) -> !placed.urgent())
            .thenComparing(placed -> placed.row().receivedAt())
            .thenComparing(placed -> placed.row().id().value());

    private final Book book;
    private final LocalDate today;
    private final Labels labels;
    private final Map<InboxTab, Drawer> drawers;
    private final Week week;

    private Shelf(Book book, LocalDate today, Labels labels, Map<InboxTab, Drawer> drawers) {
        this.book = book;
        this.today = today;
        this.labels = labels;
        this.drawers = drawers;
        this.week = weekOf(today);
    }

    /** What came in since Monday. */
    record Week(int all, int thanks) {}

    /**
     * Arranges a book.
     *
     * @param earlier the arrangement of the book before; absent the first time
     */
    static Shelf of(Book book, @Nullable Shelf earlier, PersonId reader, LocalDate today) {
        Shelf before = earlier == null || !earlier.today.equals(today) ? empty(today) : earlier;
        var gone = new Sorting(before.labels, reader, today);
        var come = new Sorting(before.labels, reader, today);
        compare(before.book.rows(), book.rows(), gone, come);
        Map<InboxTab, Drawer> drawers = new EnumMap<>(InboxTab.class);
        before.drawers.forEach((tab, drawer) -> drawers.put(tab, drawer.with(gone.of(tab), come.of(tab))));
        return new Shelf(book, today, before.labels, drawers);
    }

    /** What is handled has no drawer of its own: it is nearly all there is, and in the same order. */
    private static Shelf empty(LocalDate today) {
        Map<InboxTab, Drawer> drawers = new EnumMap<>(InboxTab.class);
        drawers.put(InboxTab.WAITING, Drawer.empty(BY_DUE));
        drawers.put(InboxTab.READING, Drawer.empty(URGENT_THEN_NEWEST));
        drawers.put(InboxTab.ALL, Drawer.empty(NEWEST_FIRST));
        drawers.put(InboxTab.TRIAGE, Drawer.empty(OLDEST_FIRST));
        return new Shelf(Book.EMPTY, today, new Labels(), drawers);
    }

    /** Both are in the book's order, so that rows which did not change meet again by walking along. */
    private static void compare(List<CaseRow> before, List<CaseRow> now, Sorting gone, Sorting come) {
        int was = 0;
        int is = 0;
        while (was < before.size() && is < now.size()) {
            CaseRow former = before.get(was);
            CaseRow row = now.get(is);
            if (isUnchanged(former, row)) {
                was++;
                is++;
                continue;
            }
            int order = former.id().value().compareTo(row.id().value());
            if (order <= 0) {
                gone.add(former);
                was++;
            }
            if (order >= 0) {
                come.add(row);
                is++;
            }
        }
        before.subList(was, before.size()).forEach(gone::add);
        now.subList(is, now.size()).forEach(come::add);
    }

    /** Nearly all are the very same row: seeing that does not fetch hundreds of thousands of them from memory. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean isUnchanged(CaseRow former, CaseRow row) {
        return former == row || former.equals(row);
    }

    private static int newestFirst(Placed one, Placed other) {
        int order = other.row().receivedAt().compareTo(one.row().receivedAt());
        return order != 0
                ? order
                : one.row().id().value().compareTo(other.row().id().value());
    }

    /** Rows by the tab they stand in. */
    private static final class Sorting {
        private final Labels labels;
        private final PersonId reader;
        private final LocalDate today;
        private final Map<InboxTab, List<Placed>> tabs = new EnumMap<>(InboxTab.class);

        Sorting(Labels labels, PersonId reader, LocalDate today) {
            this.labels = labels;
            this.reader = reader;
            this.today = today;
        }

        void add(CaseRow row) {
            InboxTab tab = tab(row);
            DueGroup group = waitsForOthers(row, reader) ? DueGroup.OTHERS : due(row, today);
            Placed placed = new Placed(row, tab, group, labels.of(row));
            tabs.computeIfAbsent(tab, none -> new ArrayList<>()).add(placed);
            if (tab != InboxTab.TRIAGE) {
                tabs.computeIfAbsent(InboxTab.ALL, none -> new ArrayList<>()).add(placed);
            }
        }

        List<Placed> of(InboxTab tab) {
            return tabs.getOrDefault(tab, List.of());
        }
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

    private Week weekOf(LocalDate day) {
        Instant monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .atStartOfDay(DueDates.ZONE)
                .toInstant();
        // The newest stand first, so only this week's are looked at.
        List<CaseRow> rows = Stream.concat(
                        rows(InboxTab.ALL).takeWhile(row -> !row.receivedAt().isBefore(monday)),
                        rows(InboxTab.TRIAGE).filter(row -> !row.receivedAt().isBefore(monday)))
                .toList();
        int thanks = (int)
                rows.stream().filter(row -> row.kind() == FeedbackKind.THANKS).count();
        return new Week(rows.size(), thanks);
    }

    private Stream<CaseRow> rows(InboxTab tab) {
        return drawer(tab).folders().stream()
                .flatMap(folder -> folder.cases().stream())
                .map(Placed::row);
    }

    private Drawer drawer(InboxTab tab) {
        return requireNonNull(drawers.get(tab == InboxTab.HANDLED ? InboxTab.ALL : tab));
    }

    Week week() {
        return week;
    }

    int count(InboxTab tab) {
        return tab == InboxTab.HANDLED
                ? drawer(tab).size() - count(InboxTab.WAITING) - count(InboxTab.READING)
                : drawer(tab).size();
    }

    boolean isOf(Book other, LocalDate day) {
        return book == other && today.equals(day);
    }

    /**
     * The first cases that answer the query, in the tab's order.
     *
     * @param most how many are wanted; what lies behind them is not looked at, unless its parts are to be counted
     */
    Found find(Query query, Words words, int most) {
        var wanted = new Wanted(query, words, book.reference(), labels);
        boolean grouped = query.tab() == InboxTab.WAITING;
        List<Placed> first = new ArrayList<>();
        Map<DueGroup, Integer> groups = new EnumMap<>(DueGroup.class);
        boolean more = false;
        for (Folder folder : drawer(query.tab()).folders()) {
            BitSet found = wanted.in(folder);
            for (int at = found.nextSetBit(0); at >= 0; at = found.nextSetBit(at + 1)) {
                Placed placed = folder.cases().get(at);
                if (first.size() < most) {
                    first.add(placed);
                } else {
                    more = true;
                }
                if (grouped) {
                    groups.merge(placed.group(), 1, Integer::sum);
                }
            }
            if (more && !grouped) {
                break;
            }
        }
        return new Found(first, more, groups);
    }
}
