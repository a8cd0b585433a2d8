package fi.vastine.contract.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import fi.vastine.contract.cases.Channel;
import fi.vastine.contract.cases.FeedbackKind;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.cases.StatementAnswer;
import fi.vastine.contract.cases.Way;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/feedback}: feedback from a web form. */
public final class Intake {
    /** The longest text, in characters. */
    public static final int LONGEST_TEXT = 10_000;

    private Intake() {}

    /**
     * What a customer filled in.
     *
     * @param id the form's own id for this sending, so that a repeat makes no second case
     * @param unit the unit it is for; unknown or absent: the quality team routes it
     * @param channel {@code WEB} if absent; a public form may say {@code WEB} or {@code QR}
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Form(
            @Nullable UUID id,
            @Nullable String unit,
            @Nullable Channel channel,
            @Nullable FeedbackKind kind,
            @Nullable Language language,
            @Nullable String text,
            List<StatementAnswer> statements,
            @Nullable Integer recommendation,
            @Nullable Contact contact) {
        public Form {
            statements = statements == null ? List.of() : List.copyOf(statements);
        }
    }

    /** How to answer, given only by a customer who wishes for a reply. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Contact(Way way, String address, @Nullable String name) {}

    /**
     * The feedback is on disk.
     *
     * @param id names the case towards the customer
     * @param dueOn the last day for the promised reply; absent if none was wished
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Receipt(
            UUID id, Instant receivedAt, @Nullable LocalDate dueOn) {}
}
