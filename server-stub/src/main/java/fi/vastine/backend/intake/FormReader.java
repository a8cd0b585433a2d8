package fi.vastine.backend.intake;

import fi.vastine.backend.http.HttpProblem;
import fi.vastine.contract.cases.Answers;
import fi.vastine.contract.cases.CaseStatus;
import fi.vastine.contract.cases.Channel;
import fi.vastine.contract.cases.Event;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.cases.FeedbackKind;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.cases.Message;
import fi.vastine.contract.cases.Origin;
import fi.vastine.contract.cases.ReplyWish;
import fi.vastine.contract.cases.StatementAnswer;
import fi.vastine.contract.cases.Way;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.MessageId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.id.UuidSource;
import fi.vastine.contract.text.Addresses;
import fi.vastine.contract.text.Signals;
import fi.vastine.contract.wire.Intake;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes a case of a form, or names the field that is not as it must be. Thread-safe.
 *
 * <p>A unit that is not known is no mistake of the customer's: somebody routes it.
 */
final class FormReader {
    private static final int LONGEST_NAME = 200;
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");
    private static final Pattern LINE_END = Pattern.compile("\\r\\n?");

    private final InstantSource clock;
    private final UuidSource ids;

    FormReader(InstantSource clock, UuidSource ids) {
        this.clock = clock;
        this.ids = ids;
    }

    FeedbackCase read(Intake.Form form) {
        String text = clean(form.text());
        if (text.codePointCount(0, text.length()) > Intake.LONGEST_TEXT) {
            throw HttpProblem.invalid("/text", "A text has at most " + Intake.LONGEST_TEXT + " characters.");
        }
        Answers answers = answers(form);
        if (text.isBlank() && answers.statements().isEmpty() && answers.recommendation() == null) {
            throw HttpProblem.invalid("/text", "Nothing was filled in.");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new FeedbackCase(
                caseId(form.id()),
                0,
                unit(form.unit()),
                new Origin(
                        channel(form.channel()),
                        form.language() == null ? Language.FI : form.language(),
                        now,
                        answers,
                        null),
                form.kind() == null ? FeedbackKind.OTHER : form.kind(),
                CaseStatus.NEW,
                null,
                List.of(new Message(new MessageId(ids.next()), now, text)),
                form.contact() == null ? null : replyWish(form.contact()),
                null,
                List.of(),
                Signals.in(text),
                List.of(),
                List.of(),
                List.of(),
                null,
                false,
                List.of(new Event(now, null, Event.What.RECEIVED, null, null, null)));
    }

    /** A form's own id makes the same case each time; mixed, so that no form can name a case that came in otherwise. */
    private CaseId caseId(@Nullable UUID formId) {
        return formId == null
                ? new CaseId(ids.next())
                : new CaseId(UUID.nameUUIDFromBytes(("form " + formId).getBytes(StandardCharsets.UTF_8)));
    }

    private static UnitId unit(@Nullable String unit) {
        return unit == null || unit.isBlank() || unit.length() > 64 ? UnitId.TRIAGE : new UnitId(unit);
    }

    private static Channel channel(@Nullable Channel channel) {
        return switch (channel) {
            case null -> Channel.WEB;
            case WEB, QR -> channel;
            case SMS, DEVICE, PAPER, ORAL, SUPPORTED ->
                throw HttpProblem.invalid("/channel", "A public form is WEB or QR.");
        };
    }

    private static Answers answers(Intake.Form form) {
        Set<Integer> answered = new HashSet<>();
        for (int i = 0; i < form.statements().size(); i++) {
            StatementAnswer answer = form.statements().get(i);
            if (!answered.add(answer.statement())) {
                throw HttpProblem.invalid("/statements/" + i, "A statement is answered once.");
            }
        }
        Integer recommendation = form.recommendation();
        if (recommendation != null && (recommendation < 0 || recommendation > 10)) {
            throw HttpProblem.invalid("/recommendation", "A recommendation is 0 to 10.");
        }
        return new Answers(form.statements(), recommendation, null, null);
    }

    private static ReplyWish replyWish(Intake.Contact contact) {
        if (contact.way() == null) {
            throw HttpProblem.invalid("/contact/way", "It is MAIL, PHONE or POST.");
        }
        String address = clean(contact.address());
        if (contact.way() == Way.IN_PERSON) {
            throw HttpProblem.invalid("/contact/way", "It is MAIL, PHONE or POST.");
        }
        if (!Addresses.fits(contact.way(), address)) {
            throw HttpProblem.invalid("/contact/address", "It does not look like an address of its way.");
        }
        String name = clean(contact.name());
        if (name.length() > LONGEST_NAME) {
            throw HttpProblem.invalid("/contact/name", "A name has at most " + LONGEST_NAME + " characters.");
        }
        return new ReplyWish(contact.way(), address, name.isEmpty() ? null : name);
    }

    /** Without what no keyboard writes and no database keeps. */
    private static String clean(@Nullable String text) {
        if (text == null) {
            return "";
        }
        String lines = LINE_END.matcher(text).replaceAll("\n");
        return CONTROL.matcher(lines).replaceAll("").strip();
    }
}
