package fi.vastine.backend.form;

import fi.vastine.backend.identity.Directory;
import fi.vastine.backend.store.AuditEntry;
import fi.vastine.backend.store.FeedStore;
import fi.vastine.backend.store.FeedStore.StoredCase;
import fi.vastine.backend.store.FeedStore.Turn;
import fi.vastine.backend.store.Json;
import fi.vastine.backend.store.ReferenceDocuments;
import fi.vastine.backend.store.Writer;
import fi.vastine.contract.cases.Answers;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.due.DueDates;
import fi.vastine.contract.form.Form;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.UnitId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Hands out what customers answered, whole, for the organisation itself; that it was asked for is logged first. Thread safe. */
public final class AnswerExport {
    private static final int AT_ONCE = 500;

    private final FeedStore feed;
    private final Json json;
    private final Directory directory;
    private final ReferenceDocuments reference;
    private final Writer writer;
    private final InstantSource clock;

    public AnswerExport(
            FeedStore feed,
            Json json,
            Directory directory,
            ReferenceDocuments reference,
            Writer writer,
            InstantSource clock) {
        this.feed = feed;
        this.json = json;
        this.directory = directory;
        this.reference = reference;
        this.writer = writer;
        this.clock = clock;
    }

    /**
     * What is asked for.
     *
     * @param branch a unit and all below it
     * @param from the first day on which the answers came in, in Europe/Helsinki
     * @param to the last day
     */
    public record Order(UnitId branch, LocalDate from, LocalDate to) {}

    /**
     * Writes the answers that came in, a {@code QuestionnaireResponse} a line.
     *
     * @param asker who wants them
     * @return how many there were
     */
    public long write(Order order, PersonId asker, Appendable out) {
        Instant now = clock.instant();
        String what = order.branch() + " " + order.from() + " " + order.to();
        String shortened = what.substring(0, Math.min(60, what.length()));
        writer.write(transaction -> {
            transaction.audit(AuditEntry.order("export-answers", shortened, asker, null, null, now));
            return null;
        });
        return feed.read(view -> {
            long written = 0;
            for (UnitId unit : units(order.branch())) {
                Turn behind = Turn.of(null);
                List<StoredCase> page = view.byTurn(unit, behind, Turn.end(), view.changeNo(), AT_ONCE);
                while (!page.isEmpty()) {
                    for (StoredCase stored : page) {
                        written += write(order, stored, out);
                    }
                    page = view.byTurn(unit, page.getLast().turn(), Turn.end(), view.changeNo(), AT_ONCE);
                }
            }
            return written;
        });
    }

    private Set<UnitId> units(UnitId branch) {
        return branch.equals(UnitId.TRIAGE)
                ? Set.of(branch)
                : directory.organisation().branch(branch);
    }

    private int write(Order order, StoredCase stored, Appendable out) {
        FeedbackCase feedback = json.read(stored.body(), FeedbackCase.class);
        Answers answers = feedback.origin().answers();
        LocalDate day = LocalDate.ofInstant(feedback.origin().receivedAt(), DueDates.ZONE);
        if (answers.areNone() || day.isBefore(order.from()) || day.isAfter(order.to())) {
            return 0;
        }
        try {
            out.append(ResponseWriter.response(feedback, form(answers)).toString())
                    .append('\n');
            return 1;
        } catch (IOException e) {
            throw new UncheckedIOException("The answers cannot be written.", e);
        }
    }

    private @Nullable Form form(Answers answers) {
        return answers.form() == null ? null : reference.form(answers.form()).orElse(null);
    }
}
