package fi.vastine.backend.store;

import fi.vastine.backend.store.Group.UnitChange;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.form.Asked;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.DeviceId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.wire.Checksum;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * One job's part of a commit: what it reads is the newest, what it writes is there for all once the job has returned and
 * the commit is done, or for nobody. Good only while the job runs, on its thread.
 */
public final class Transaction {
    private final Group group;
    private final Json json;
    private final Map<CaseId, CaseRow> rows = new HashMap<>();
    private final Map<UnitId, UnitChange> units = new HashMap<>();
    private final List<AuditEntry> audited = new ArrayList<>();
    private final Set<String> asked = new HashSet<>();
    private long changeNo;
    private long reference;

    Transaction(Group group, Json json) {
        this.group = group;
        this.json = json;
        this.changeNo = group.changeNo();
    }

    /** The case as it stands, with all its drafts. */
    public Optional<FeedbackCase> find(CaseId id) {
        return Optional.ofNullable(row(id)).map(CaseRow::feedbackCase);
    }

    /**
     * Writes a case that was not there before.
     *
     * @return the case with its change number
     */
    public FeedbackCase add(FeedbackCase first) {
        return add(FreshCase.of(first, json));
    }

    /** As {@link #add(FeedbackCase)}, with as much done before as can be. */
    public FeedbackCase add(FreshCase first) {
        FeedbackCase numbered = first.numbered(++changeNo);
        var row = new CaseRow(numbered, null);
        direct().update(CaseRow.INSERT, row.values(first.body(changeNo)));
        isHere(numbered);
        rows.put(numbered.id(), row);
        return numbered;
    }

    /** Writes many cases that were not there before, in one batch of the database. */
    void addAll(List<FreshCase> cases) {
        List<List<@Nullable Object>> rows = new ArrayList<>(cases.size());
        for (FreshCase each : cases) {
            FeedbackCase numbered = each.numbered(++changeNo);
            rows.add(new CaseRow(numbered, null).values(each.body(changeNo)));
            isHere(numbered);
        }
        direct().batch(CaseRow.INSERT, rows);
    }

    /**
     * Writes the next snapshot of a case.
     *
     * @return the case with its change number
     */
    public FeedbackCase change(FeedbackCase next) {
        return write(knownRow(next.id()), next, knownRow(next.id()).applied());
    }

    /** Writes the next snapshot of a case, or its first, as the effect of a device's command. */
    public FeedbackCase apply(FeedbackCase next, DeviceId device, long seq) {
        CaseRow before = row(next.id());
        return write(before, next, AppliedSeqs.and(before == null ? null : before.applied(), device, seq));
    }

    /** Adds to the audit log, with whatever else this job writes. */
    public void audit(AuditEntry entry) {
        audited.add(entry);
    }

    /** Whether a case of this id was erased; it never comes back. */
    public boolean isErased(CaseId id) {
        return Erasures.has(direct(), id);
    }

    /**
     * Removes a case and all that tells of it; figures that name nobody stay, and the id, so that laptops can be told.
     *
     * <p>One that is not there may be on a laptop all the same.
     */
    public void erase(CaseId id) {
        if (!isErased(id)) {
            find(id).ifPresent(erased -> Erasures.count(direct(), json, erased));
            remove(id);
        }
    }

    /**
     * Removes a case as though it had never come in: as {@link #erase}, and it is counted nowhere.
     *
     * @return the number of the change
     */
    public long withdraw(CaseId id) {
        if (isErased(id)) {
            throw new IllegalArgumentException("erased already: " + id);
        }
        return remove(id);
    }

    private long remove(CaseId id) {
        CaseRow before = row(id);
        // The number of a reference change wakes every laptop: any may have had the case in a unit it was in before.
        long erasedAs = nextReferenceChange();
        if (before != null) {
            FeedbackCase erased = before.feedbackCase();
            Erasures.remove(direct(), json, id);
            count(erased.unit(), -1, -Checksum.of(id, erased.changeNo()));
            Asked.of(erased).ifPresent(each -> asked.add(each.formId()));
            rows.remove(id);
        }
        Erasures.note(direct(), id, erasedAs);
        return erasedAs;
    }

    /** Where SQL of this package goes on within the same transaction. */
    Handle handle() {
        return group.handle();
    }

    /** The same, for what every write does. */
    Direct direct() {
        return group.direct();
    }

    Json json() {
        return json;
    }

    /** The next number, taken by a change of reference documents. */
    long nextReferenceChange() {
        reference = ++changeNo;
        return reference;
    }

    long changeNo() {
        return changeNo;
    }

    long reference() {
        return reference;
    }

    /** A campaign by this form is new or another. */
    void planned(String form) {
        asked.add(form);
    }

    /** The forms of all cases and campaigns that were written. */
    Set<String> asked() {
        return asked;
    }

    List<AuditEntry> audited() {
        return audited;
    }

    Map<UnitId, UnitChange> units() {
        return units;
    }

    private FeedbackCase write(@Nullable CaseRow before, FeedbackCase next, @Nullable String applied) {
        FeedbackCase numbered = next.edit().changeNo(++changeNo).done();
        var row = new CaseRow(numbered, applied);
        direct().update(before == null ? CaseRow.INSERT : CaseRow.UPDATE, row.values(json.write(numbered)));
        if (before != null) {
            leave(before.feedbackCase(), numbered);
            count(numbered.unit(), 1, Checksum.of(numbered.id(), changeNo));
        } else {
            isHere(numbered);
        }
        rows.put(numbered.id(), row);
        return numbered;
    }

    private void leave(FeedbackCase before, FeedbackCase next) {
        count(before.unit(), -1, -Checksum.of(before.id(), before.changeNo()));
        if (!before.unit().equals(next.unit())) {
            direct().update(
                            "INSERT INTO case_move (change_no, case_id, from_unit) VALUES (?, ?, ?)",
                            List.of(changeNo, next.id().value(), before.unit().value()));
            Asked.of(next).ifPresent(each -> asked.add(each.formId()));
        }
    }

    /** A case that was not here before. */
    private void isHere(FeedbackCase fresh) {
        count(fresh.unit(), 1, Checksum.of(fresh.id(), changeNo));
        Counting.note(direct(), fresh);
        Asked.of(fresh).ifPresent(each -> asked.add(each.formId()));
    }

    private void count(UnitId unit, long cases, long checksum) {
        units.merge(unit, new UnitChange(cases, checksum, changeNo), UnitChange::and);
    }

    private CaseRow knownRow(CaseId id) {
        CaseRow row = row(id);
        if (row == null) {
            throw new IllegalArgumentException("no such case: " + id);
        }
        return row;
    }

    private @Nullable CaseRow row(CaseId id) {
        return rows.computeIfAbsent(id, absent -> CaseRow.find(direct(), json, absent));
    }
}
