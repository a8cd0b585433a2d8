package fi.vastine.backend.store;

import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.CommandId;
import fi.vastine.contract.id.DeviceId;
import fi.vastine.contract.id.PersonId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One act in the audit log: ids and what was done, never a word that anybody wrote.
 *
 * @param what a kind of reading as {@code read-case}, or a command by its name on the wire, up to 40 characters
 * @param outcome what came of a command, up to 60 characters; absent for what is not decided on
 * @param named the person that an entry names as its collector, if it is not the one signed in
 * @param made by the laptop's clock; absent where nobody noted it
 * @param received by the backend's
 * @param why the reason that was chosen, up to 40 characters; absent where none is asked
 */
public record AuditEntry(
        String what,
        @Nullable String outcome,
        PersonId person,
        @Nullable PersonId named,
        @Nullable DeviceId device,
        @Nullable CaseId caseId,
        @Nullable CommandId command,
        @Nullable Instant made,
        Instant received,
        @Nullable String why) {
    private static final String READ = "read-";

    public AuditEntry {
        made = made == null ? null : made.truncatedTo(ChronoUnit.MILLIS);
        received = received.truncatedTo(ChronoUnit.MILLIS);
    }

    /** Somebody read something of a case on a laptop. */
    public static AuditEntry read(
            String what,
            PersonId person,
            DeviceId device,
            CaseId caseId,
            Instant made,
            Instant received,
            @Nullable String why) {
        return new AuditEntry(READ + what, null, person, null, device, caseId, null, made, received, why);
    }

    /** What was done at the backend's own command line. */
    public static AuditEntry here(
            String what, PersonId operator, @Nullable PersonId named, @Nullable CaseId caseId, Instant at) {
        return new AuditEntry(what, null, operator, named, null, caseId, null, at, at, null);
    }

    /**
     * What an administrator ordered.
     *
     * @param outcome what came of it, or of which device
     * @param from on which device she ordered it; absent at the backend's own command line
     */
    public static AuditEntry order(
            String what, String outcome, PersonId by, @Nullable DeviceId from, @Nullable CaseId caseId, Instant at) {
        return new AuditEntry(what, outcome, by, null, from, caseId, null, at, at, null);
    }

    /** A laptop tells of a reading again if the answer was lost; a command that comes again is known by its id. */
    boolean mayComeAgain() {
        return what.startsWith(READ);
    }

    /** What two tellings of one reading have in common. */
    List<@Nullable Object> reading() {
        return Arrays.asList(what, person, device, caseId, made);
    }
}
