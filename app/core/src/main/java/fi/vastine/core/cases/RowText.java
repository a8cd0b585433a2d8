package fi.vastine.core.cases;

import fi.vastine.contract.cases.CaseStatus;
import fi.vastine.contract.cases.Channel;
import fi.vastine.contract.cases.DeliveryState;
import fi.vastine.contract.cases.FeedbackKind;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.cases.Signal;
import fi.vastine.contract.cases.Way;
import fi.vastine.contract.form.Asked;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.ThemeId;
import fi.vastine.core.replica.Head;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A row as text in the replica.
 *
 * <p>Plain separated fields: at the start of the program tens of thousands are read before the window fills, several times faster
 * than JSON in a cold machine. The first field is the version; a row of another version is made anew from its case.
 */
public final class RowText {
    private static final String VERSION = "2";
    private static final char FIELD = '\u001e';
    private static final char ITEM = '\u001f';

    private RowText() {}

    /** Case and unit are left out: they stand beside it in the {@link Head}. */
    public static String write(CaseRow row) {
        var text = new StringBuilder(VERSION);
        field(text, row.channel().name());
        field(text, row.kind().name());
        field(text, row.status().name());
        field(text, row.language().name());
        field(text, instant(row.receivedAt()));
        LocalDate due = row.dueOn();
        field(text, due == null ? "" : Long.toString(due.toEpochDay()));
        field(text, name(row.wish()));
        field(text, flags(row));
        PersonId assignee = row.assignee();
        field(text, assignee == null ? "" : assignee.value());
        field(text, items(row.themes(), ThemeId::value));
        field(text, items(row.signals(), Signal::name));
        PersonId reviewer = row.reviewer();
        field(text, reviewer == null ? "" : reviewer.value());
        field(text, name(row.delivery()));
        field(text, instant(row.changedAt()));
        Asked asked = row.asked();
        field(text, asked == null ? "" : asked.on().toEpochDay() + " " + asked.form());
        field(text, row.excerpt());
        return text.toString();
    }

    /** The row of a head; empty if it was written by another version of the program. */
    static Optional<CaseRow> read(Head head) {
        var fields = new Fields(head.row());
        if (!fields.next().equals(VERSION)) {
            return Optional.empty();
        }
        Channel channel = Channel.valueOf(fields.next());
        FeedbackKind kind = FeedbackKind.valueOf(fields.next());
        CaseStatus status = CaseStatus.valueOf(fields.next());
        Language language = Language.valueOf(fields.next());
        Instant receivedAt = instant(fields.next());
        LocalDate dueOn = fields.next(day -> LocalDate.ofEpochDay(Long.parseLong(day)));
        Way wish = fields.next(Way::valueOf);
        String flags = fields.next();
        PersonId assignee = fields.next(PersonId::new);
        List<ThemeId> themes = list(fields.next(), ThemeId::new);
        List<Signal> signals = list(fields.next(), Signal::valueOf);
        PersonId reviewer = fields.next(PersonId::new);
        DeliveryState delivery = fields.next(DeliveryState::valueOf);
        Instant changedAt = instant(fields.next());
        Asked asked = fields.next(RowText::asked);
        return Optional.of(new CaseRow(
                head.caseId(),
                head.unit(),
                channel,
                kind,
                status,
                language,
                receivedAt,
                dueOn,
                wish,
                flags.indexOf('o') >= 0,
                flags.indexOf('h') >= 0,
                assignee,
                themes,
                signals,
                fields.next(),
                flags.indexOf('d') >= 0,
                flags.indexOf('r') >= 0,
                reviewer,
                delivery,
                false,
                changedAt,
                asked));
    }

    private static Asked asked(String text) {
        int space = text.indexOf(' ');
        // Tens of thousands of rows share the few forms there are.
        return new Asked(text.substring(space + 1).intern(), LocalDate.ofEpochDay(Long.parseLong(text, 0, space, 10)));
    }

    private static String flags(CaseRow row) {
        return (row.owesReply() ? "o" : "")
                + (row.handedOver() ? "h" : "")
                + (row.hasDraft() ? "d" : "")
                + (row.waitsForReview() ? "r" : "");
    }

    private static void field(StringBuilder text, String value) {
        text.append(FIELD).append(value);
    }

    private static String name(@Nullable Enum<?> value) {
        return value == null ? "" : value.name();
    }

    private static String instant(Instant at) {
        return at.getEpochSecond() + "." + at.getNano();
    }

    private static Instant instant(String text) {
        int dot = text.indexOf('.');
        return Instant.ofEpochSecond(
                Long.parseLong(text, 0, dot, 10), Long.parseLong(text, dot + 1, text.length(), 10));
    }

    private static <T> String items(Collection<T> items, Function<T, String> asText) {
        var text = new StringBuilder();
        for (T item : items) {
            text.append(asText.apply(item)).append(ITEM);
        }
        return text.toString();
    }

    private static <T> List<T> list(String text, Function<String, T> item) {
        if (text.isEmpty()) {
            return List.of();
        }
        var items = new ArrayList<T>(2);
        int from = 0;
        for (int end = text.indexOf(ITEM); end >= 0; end = text.indexOf(ITEM, from)) {
            items.add(item.apply(text.substring(from, end)));
            from = end + 1;
        }
        return List.copyOf(items);
    }

    /** The fields of a text from left to right; what is missing is empty. */
    private static final class Fields {
        private final String text;
        private int from;

        Fields(String text) {
            this.text = text;
        }

        String next() {
            int end = text.indexOf(FIELD, from);
            String field = text.substring(Math.min(from, text.length()), end < 0 ? text.length() : end);
            from = end < 0 ? text.length() : end + 1;
            return field;
        }

        <T> @Nullable T next(Function<String, T> reading) {
            String field = next();
            return field.isEmpty() ? null : reading.apply(field);
        }
    }
}
