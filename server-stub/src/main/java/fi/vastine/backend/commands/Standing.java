package fi.vastine.backend.commands;

import fi.vastine.backend.identity.Access;
import fi.vastine.backend.identity.Directory;
import fi.vastine.contract.cases.Event;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.due.DueDates;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.reference.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;

/** How a person stands to a case at the moment her command arrives. */
enum Standing {
    /** She may do it. */
    MAY,
    /** She might have when she wrote it: a substitute's time is over, or the case has moved on. */
    ENDED,
    /** She never could. */
    NEVER;

    /** @param today what the person may today */
    static Standing of(
            Directory directory, Access today, PersonId person, FeedbackCase current, Command command, Instant madeAt) {
        if (today.mayHandle(current.unit()) || (reviews(command) && today.mayRead(current.unit()))) {
            return MAY;
        }
        LocalDate written = LocalDate.ofInstant(madeAt, DueDates.ZONE);
        Access then = directory.organisation().access(person, written);
        return unitsOf(current).anyMatch(unit -> today.mayHandle(unit) || then.mayHandle(unit)) ? ENDED : NEVER;
    }

    /** Whether the unit is one that the collector may enter feedback for, now or when she did. */
    static boolean mayEnter(Directory directory, Command.EnterFeedback entry, Instant madeAt) {
        LocalDate written = LocalDate.ofInstant(madeAt, DueDates.ZONE);
        return directory.access(entry.collector()).mayEnter(entry.unit())
                || directory.organisation().access(entry.collector(), written).mayEnter(entry.unit());
    }

    /** Whether the person entered the case for the customer, or is of the quality team today. */
    static boolean mayWithdraw(Access today, PersonId person, FeedbackCase current) {
        return person.equals(current.origin().collector()) || today.roles().contains(Role.QUALITY);
    }

    /** Whether the person was asked by name; that she was, is the contract's rule. */
    private static boolean reviews(Command command) {
        return command instanceof Command.ApproveDraft || command instanceof Command.ReturnDraft;
    }

    /** The units the case has been in, the present one among them. */
    private static Stream<UnitId> unitsOf(FeedbackCase current) {
        Stream<UnitId> earlier = current.history().stream()
                .filter(event -> event.what() == Event.What.MOVED)
                .map(Event::from)
                .flatMap(Stream::ofNullable)
                .map(UnitId::new);
        return Stream.concat(Stream.of(current.unit()), earlier);
    }
}
