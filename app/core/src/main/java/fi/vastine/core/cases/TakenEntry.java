package fi.vastine.core.cases;

import fi.vastine.contract.cases.Channel;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.command.Outcome;
import fi.vastine.contract.due.DueDates;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.core.outbox.Entry;
import fi.vastine.core.outbox.Outbox;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * That a person entered something which the backend has and this laptop no more: enough to withdraw it, and not a word of it.
 *
 * <p>Noted by whoever sends it, so that neither a crash nor a colleague's sign-in in between leaves it unknown that it was entered.
 *
 * @param form the version of the form it was given by; absent for words alone
 * @param givenOn the day on which the customer gave it, in Europe/Helsinki
 * @param madeAt when it was entered, by the laptop's clock
 * @param takenAt when the backend's answer was stored, by the laptop's clock
 */
public record TakenEntry(
        CaseId caseId,
        UnitId unit,
        @Nullable String form,
        Channel channel,
        LocalDate givenOn,
        Instant madeAt,
        Instant takenAt) {
    private static final String KEPT = "taken-entries";
    private static final String NO_FORM = "-";

    /** An entry that the backend has and that is here as well, as the person may read its unit; empty for all else. */
    public static Optional<TakenEntry> of(Entry entry) {
        Instant takenAt = entry.settledAt();
        boolean taken = entry.outcome() instanceof Outcome.Applied || entry.outcome() instanceof Outcome.NoOp;
        return taken && takenAt != null && entry.envelope().command() instanceof Command.EnterFeedback said
                ? Optional.of(new TakenEntry(
                        entry.envelope().caseId(),
                        said.unit(),
                        said.answers().form(),
                        said.channel(),
                        LocalDate.ofInstant(said.givenAt(), DueDates.ZONE),
                        entry.envelope().madeAt(),
                        takenAt))
                : Optional.empty();
    }

    /** Those that were noted, in the order in which they were made. */
    public static List<TakenEntry> noted(Outbox outbox) {
        return outbox.setting(KEPT).stream()
                .flatMap(String::lines)
                .map(TakenEntry::read)
                .toList();
    }

    /** Forgets all noted ones but these. */
    public static void retain(Outbox outbox, List<TakenEntry> left) {
        if (left.isEmpty()) {
            outbox.dropSetting(KEPT);
        } else {
            outbox.keepSetting(KEPT, left.stream().map(TakenEntry::line).collect(Collectors.joining("\n")));
        }
    }

    static void note(Outbox outbox, List<Entry> entries) {
        List<TakenEntry> all = new ArrayList<>(noted(outbox));
        entries.stream()
                .flatMap(each -> of(each).stream())
                .filter(fresh -> all.stream().noneMatch(known -> known.caseId.equals(fresh.caseId)))
                .forEach(all::add);
        retain(outbox, all);
    }

    private String line() {
        return Stream.of(caseId, unit, form == null ? NO_FORM : form, channel, givenOn, madeAt, takenAt)
                .map(Object::toString)
                .collect(Collectors.joining("\t"));
    }

    private static TakenEntry read(String line) {
        String[] parts = line.split("\t", -1);
        return new TakenEntry(
                CaseId.of(parts[0]),
                new UnitId(parts[1]),
                parts[2].equals(NO_FORM) ? null : parts[2],
                Channel.valueOf(parts[3]),
                LocalDate.parse(parts[4]),
                Instant.parse(parts[5]),
                Instant.parse(parts[6]));
    }
}
