package fi.vastine.backend.county;

import fi.vastine.contract.cases.Answers;
import fi.vastine.contract.cases.CaseStatus;
import fi.vastine.contract.cases.Channel;
import fi.vastine.contract.cases.Event;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.cases.FeedbackKind;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.cases.Message;
import fi.vastine.contract.cases.Origin;
import fi.vastine.contract.cases.Promise;
import fi.vastine.contract.cases.ReplyWish;
import fi.vastine.contract.cases.Way;
import fi.vastine.contract.due.DueDates;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.MessageId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.ThemeId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.id.UuidSource;
import fi.vastine.contract.reference.Role;
import fi.vastine.contract.reference.Substitution;
import fi.vastine.contract.text.Signals;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Feedback as it stood when it had just come in and been routed. */
final class Arrivals {
    private final Organisation organisation;
    private final DueDates dueDates;
    private final Figures figures;
    private final Customers customers;
    private final List<PersonId> collectors;

    Arrivals(Organisation organisation, DueDates dueDates, Figures figures, Customers customers) {
        this.organisation = organisation;
        this.dueDates = dueDates;
        this.figures = figures;
        this.customers = customers;
        this.collectors = organisation.withRole(Role.COLLECTOR);
    }

    /** A score without words, which nobody needs to read. */
    FeedbackCase score(Place place, Channel channel, Instant at, RandomGenerator random) {
        FeedbackCase received = received(place, channel, at, null, null, random);
        return received.edit()
                .status(CaseStatus.CLOSED)
                .event(new Event(at, null, Event.What.STATUS, CaseStatus.NEW.name(), CaseStatus.CLOSED.name(), null))
                .done();
    }

    /**
     * What a customer wrote.
     *
     * @param way how a reply is wished; null if none is
     */
    FeedbackCase words(
            Place place, Channel channel, Instant at, Comment comment, @Nullable Way way, RandomGenerator random) {
        return received(place, channel, at, comment, way, random);
    }

    private FeedbackCase received(
            Place place,
            Channel channel,
            Instant at,
            @Nullable Comment comment,
            @Nullable Way way,
            RandomGenerator random) {
        var ids = new UuidSource(() -> at, random);
        String text = comment == null ? "" : text(comment, random);
        FeedbackKind kind = comment == null ? FeedbackKind.OTHER : comment.kind();
        Language language = comment == null ? Language.FI : comment.language();
        List<ThemeId> themes =
                comment != null && comment.has(Comment.Flag.DIGITAL_ACCESS) ? comment.themes() : List.of();
        Answers answers = figures.answers(place, channel, at, kind, comment, random);
        PersonId collector = collector(place, channel, random);
        ReplyWish wish = way == null ? null : customers.wish(way, language, random);
        Promise promise = wish == null
                ? null
                : dueDates.promise(at, channel, kind, themes, organisation.rules)
                        .orElse(null);
        return new FeedbackCase(
                new CaseId(ids.next()),
                0,
                place.id(),
                new Origin(channel, language, at, answers, collector),
                kind,
                CaseStatus.NEW,
                place.id().equals(UnitId.TRIAGE) ? null : inCharge(place, at),
                List.of(new Message(new MessageId(ids.next()), at, text)),
                wish,
                promise,
                themes,
                Signals.in(text),
                List.of(),
                List.of(),
                List.of(),
                null,
                false,
                List.of(
                        new Event(at, collector, Event.What.RECEIVED, null, null, null),
                        new Event(at, null, Event.What.ROUTED, null, place.id().value(), null)));
    }

    /** The responsible person, or who stands in for her on that day. */
    private PersonId inCharge(Place place, Instant at) {
        LocalDate day = LocalDate.ofInstant(at, DueDates.ZONE);
        return organisation.substitutions.stream()
                .filter(each -> each.away().equals(place.responsible()) && each.holdsOn(day))
                .findFirst()
                .map(Substitution::substitute)
                .orElse(place.responsible());
    }

    private @Nullable PersonId collector(Place place, Channel channel, RandomGenerator random) {
        return switch (channel) {
            case WEB, SMS, DEVICE, QR -> null;
            case PAPER, ORAL -> place.responsible();
            case SUPPORTED -> collectors.get(random.nextInt(collectors.size()));
        };
    }

    private static String text(Comment comment, RandomGenerator random) {
        return comment.has(Comment.Flag.HETU)
                ? comment.text().replace(Comment.IDENTITY_CODE, Customers.identityCode(random))
                : comment.text();
    }
}
