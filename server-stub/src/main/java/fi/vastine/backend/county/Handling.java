package fi.vastine.backend.county;

import fi.vastine.contract.cases.CaseStatus;
import fi.vastine.contract.cases.DeliveryState;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.cases.FeedbackKind;
import fi.vastine.contract.cases.HandoverKind;
import fi.vastine.contract.cases.Promise;
import fi.vastine.contract.cases.ReplyWish;
import fi.vastine.contract.cases.Signal;
import fi.vastine.contract.cases.Way;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.due.DueDates;
import fi.vastine.contract.due.WorkingDays;
import fi.vastine.contract.id.DraftId;
import fi.vastine.contract.id.NoteId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.ReplyId;
import fi.vastine.contract.id.ThemeId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.id.UuidSource;
import fi.vastine.contract.reference.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What staff did about feedback: most is read within days, nearly every promise is kept, some are not. */
final class Handling {
    private static final double LATE = 0.045;

    private final Organisation organisation;
    private final Letters letters;
    private final Rhythm rhythm;
    private final WorkingDays days;
    private final List<String> notes;
    private final List<String> moves;
    private final List<PersonId> qualityTeam;

    Handling(CountyFiles files, Organisation organisation, Letters letters, Rhythm rhythm, WorkingDays days) {
        this.organisation = organisation;
        this.letters = letters;
        this.rhythm = rhythm;
        this.days = days;
        this.notes = files.lines("notes.txt");
        this.moves = files.lines("moves.txt");
        this.qualityTeam = organisation.withRole(Role.QUALITY);
    }

    /**
     * The case as it stands at a moment.
     *
     * @param place the unit it belongs to, to which it is moved first if it came to another
     */
    FeedbackCase until(Instant moment, FeedbackCase received, Comment comment, Place place, RandomGenerator random) {
        var course = new Course(received, moment);
        Instant arrived = received.origin().receivedAt();
        if (!received.unit().equals(place.id())) {
            arrived = move(course, place, random);
        }
        if (received.replyWish() == null) {
            read(course, arrived, comment, place, random);
        } else {
            answer(course, arrived, received.replyWish(), comment, place, random);
        }
        return course.current();
    }

    private Instant move(Course course, Place to, RandomGenerator random) {
        FeedbackCase current = course.current();
        boolean triage = current.unit().equals(UnitId.TRIAGE);
        PersonId by = triage || current.assignee() == null ? pick(qualityTeam, random) : current.assignee();
        Instant at = rhythm.atWork(current.origin().receivedAt(), random.nextInt(3), random);
        course.take(at, by, new Command.MoveToUnit(current.unit(), to.id(), pick(moves, random)));
        course.take(at.plusSeconds(2), by, new Command.AssignTo(null, to.responsible()));
        return at;
    }

    private void read(Course course, Instant arrived, Comment comment, Place place, RandomGenerator random) {
        boolean urgent = course.current().signals().contains(Signal.URGENT);
        int after = urgent ? 0 : (int) (6 * random.nextDouble() * random.nextDouble());
        Instant at = rhythm.atWork(arrived, after, random);
        addThemes(course, at, comment, place, random);
        note(course, at.plusSeconds(50), place, urgent ? 0.9 : 0.07, random);
        if (comment.kind() == FeedbackKind.THANKS && random.nextDouble() < 0.75) {
            course.take(at.plusSeconds(70), place.responsible(), new Command.ThankTeam());
        } else if (random.nextDouble() < 0.12) {
            Instant later = rhythm.atWork(at, 1 + random.nextInt(6), random);
            status(course, at.plusSeconds(70), place, CaseStatus.NEW, CaseStatus.IN_PROGRESS);
            status(course, later, place, CaseStatus.IN_PROGRESS, CaseStatus.CLOSED);
        } else {
            status(course, at.plusSeconds(70), place, CaseStatus.NEW, CaseStatus.CLOSED);
        }
    }

    private void answer(
            Course course, Instant arrived, ReplyWish wish, Comment comment, Place place, RandomGenerator random) {
        Instant at = answeredAt(course.current(), arrived, random);
        Instant seen = rhythm.atWork(arrived, 0, random);
        if (seen.isBefore(at.minusSeconds(3600))) {
            addThemes(course, seen, comment, place, random);
            note(course, seen.plusSeconds(90), place, 0.3, random);
            status(course, seen.plusSeconds(120), place, CaseStatus.NEW, CaseStatus.IN_PROGRESS);
        }
        if (course.current().signals().contains(Signal.OBJECTION) && random.nextDouble() < 0.5) {
            course.take(at, place.responsible(), new Command.HandOver(HandoverKind.OBJECTION));
            return;
        }
        if (wish.way() == Way.MAIL) {
            mail(course, at, comment, place, random);
        } else {
            record(course, at, wish.way(), random, place);
        }
        if (random.nextDouble() < 0.6) {
            status(course, at.plusSeconds(600), place, CaseStatus.ANSWERED, CaseStatus.CLOSED);
        }
    }

    private void mail(Course course, Instant at, Comment comment, Place place, RandomGenerator random) {
        var ids = new UuidSource(() -> at, random);
        FeedbackCase current = course.current();
        ThemeId theme =
                comment.kind() == FeedbackKind.CRITICISM ? comment.themes().getFirst() : null;
        var writer = organisation.person(place.responsible());
        String text = letters.filled(comment.language(), theme, writer, place, random);
        DraftId draft = null;
        if (random.nextDouble() < 0.15) {
            draft = new DraftId(ids.next());
            reviewed(course, at, draft, text, place, random);
        }
        var reply = new ReplyId(ids.next());
        course.take(
                at,
                place.responsible(),
                new Command.SendReply(reply, current.latestMessage().id(), text, draft, null));
        boolean bounces = random.nextDouble() < 0.012;
        course.deliver(reply, bounces ? DeliveryState.FAILED : DeliveryState.SENT, at.plusSeconds(4));
        if (bounces) {
            record(course, at.plusSeconds(500), Way.PHONE, random, place);
        }
    }

    private void reviewed(Course course, Instant at, DraftId draft, String text, Place place, RandomGenerator random) {
        var message = course.current().latestMessage().id();
        PersonId reviewer = pick(qualityTeam, random);
        if (!course.reaches(at)) {
            return;
        }
        course.take(at.minusSeconds(2400), place.responsible(), new Command.SaveDraft(draft, 0, draft, message, text));
        course.take(at.minusSeconds(2380), place.responsible(), new Command.AskReview(draft, 1, reviewer));
        course.take(at.minusSeconds(600), reviewer, new Command.ApproveDraft(draft, 1));
    }

    private void record(Course course, Instant at, Way way, RandomGenerator random, Place place) {
        String said = way == Way.POST ? "Vastattu kirjeellä." : "Soitettu ja juteltu, asia selvisi.";
        var reply = new ReplyId(new UuidSource(() -> at, random).next());
        var message = course.current().latestMessage().id();
        course.take(at, place.responsible(), new Command.RecordAnswer(reply, message, way, said, null));
    }

    /** Most answers come well within the promise, some on its last day, a few after it. */
    private Instant answeredAt(FeedbackCase current, Instant arrived, RandomGenerator random) {
        Promise promise = current.promise();
        LocalDate began = LocalDate.ofInstant(arrived, DueDates.ZONE);
        int most = promise == null ? 3 : Math.max(1, days.between(began, promise.dueOn()));
        int after = random.nextDouble() < LATE
                ? most + 1 + random.nextInt(4)
                : (int) Math.round(most * Math.pow(random.nextDouble(), 1.4));
        return rhythm.atWork(arrived, Math.max(after, 1), random);
    }

    private void addThemes(Course course, Instant at, Comment comment, Place place, RandomGenerator random) {
        for (ThemeId theme : comment.themes()) {
            if (random.nextDouble() < 0.7) {
                course.take(at, place.responsible(), new Command.AddTheme(theme));
            }
        }
    }

    private void note(Course course, Instant at, Place place, double chance, RandomGenerator random) {
        if (random.nextDouble() < chance) {
            var id = new NoteId(new UuidSource(() -> at, random).next());
            course.take(at, place.responsible(), new Command.AddNote(id, pick(notes, random)));
        }
    }

    /** Changes the status, if it still is what this begins from. */
    private static void status(Course course, Instant at, Place place, CaseStatus from, CaseStatus to) {
        if (course.current().status() == from) {
            course.take(at, place.responsible(), new Command.ChangeStatus(from, to));
        }
    }

    private static <T> T pick(List<T> from, RandomGenerator random) {
        return from.get(random.nextInt(from.size()));
    }

    /** A draft by the unit's responsible person on which nobody has decided yet. */
    FeedbackCase drafted(
            FeedbackCase current,
            Instant at,
            Comment comment,
            Place place,
            @Nullable PersonId reviewer,
            RandomGenerator random) {
        var course = new Course(current, Instant.MAX);
        var draft = new DraftId(new UuidSource(() -> at, random).next());
        ThemeId theme = comment.themes().getLast();
        var writer = organisation.person(place.responsible());
        String text = reviewer == null
                ? letters.begun(comment.language(), theme, writer, place)
                : letters.filled(comment.language(), theme, writer, place, random);
        var message = current.latestMessage().id();
        course.take(at, writer.id(), new Command.AddTheme(theme));
        note(course, at.plusSeconds(180), place, 1.0, random);
        course.take(at.plusSeconds(900), writer.id(), new Command.SaveDraft(draft, 0, draft, message, text));
        if (reviewer != null) {
            course.take(at.plusSeconds(960), writer.id(), new Command.AskReview(draft, 1, reviewer));
        }
        return course.current();
    }
}
