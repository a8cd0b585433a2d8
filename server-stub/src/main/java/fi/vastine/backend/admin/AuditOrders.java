package fi.vastine.backend.admin;

import fi.vastine.backend.audit.AuditTrail;
import fi.vastine.backend.store.AuditLog.Break;
import fi.vastine.backend.store.AuditLog.Search;
import fi.vastine.backend.store.AuditLog.Verdict;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.PersonId;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the data-protection officer asks of the audit log. */
record AuditOrders(AuditTrail trail, PersonId operator, PrintStream out) {
    /** Writes what is found to a new file; throws {@link IllegalArgumentException} for a case that is no id. */
    void search(Map<String, String> options, Path file) {
        String caseId = options.get("--case");
        String person = options.get("--person");
        var search =
                new Search(caseId == null ? null : CaseId.of(caseId), person == null ? null : new PersonId(person));
        try (Writer table = Files.newBufferedWriter(file, StandardOpenOption.CREATE_NEW)) {
            out.println("Entries: " + trail.write(search, operator, table) + ".");
        } catch (IOException e) {
            throw new BackendConfig.BadSetting("The file " + file + " is there already or cannot be written.");
        }
    }

    /** A backup was restored. */
    void restored() {
        trail.restored(operator);
        out.println("What was noted after the backup is no longer looked for in the audit log.");
    }

    /** Whether the log is as it was written. */
    boolean verify() {
        trail.restorations().forEach(line -> out.println("A backup was restored: " + line));
        Verdict verdict = trail.verify();
        @Nullable Break found = verdict.firstBreak();
        out.println("Entries that follow from each other: " + verdict.entries() + ".");
        if (found == null) {
            out.println("The audit log is as it was written.");
            return true;
        }
        out.println("The first that is not as it was written: " + found.number() + ", " + said(found) + ".");
        return false;
    }

    private static String said(Break found) {
        return switch (found.why()) {
            case MISSING -> "which is missing";
            case CHANGED -> "which was changed, put in or moved there";
            case CUT_OFF -> "where the log ends, though more was noted outside of the database";
            case WRITTEN_ANEW -> "up to which the log was written anew: another was noted outside of the database";
        };
    }
}
