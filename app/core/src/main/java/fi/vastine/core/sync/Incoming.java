package fi.vastine.core.sync;

import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.wire.CatchUp;
import fi.vastine.contract.wire.PullLine;
import fi.vastine.contract.wire.Scope;
import fi.vastine.core.cases.CaseRow;
import fi.vastine.core.cases.CaseRows;
import fi.vastine.core.cases.RowText;
import fi.vastine.core.replica.Cursors;
import fi.vastine.core.replica.Document;
import fi.vastine.core.replica.Head;
import fi.vastine.core.replica.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A page on its way in: nothing of it counts before its last line. Not thread safe. */
final class Incoming {
    private final Cursors held;
    private final List<Page.Snapshot> cases = new ArrayList<>();
    private final Map<CaseId, CaseRow> rows = new HashMap<>();
    private final List<Page.Forget> forgets = new ArrayList<>();
    private final List<Document> documents = new ArrayList<>();
    private @Nullable Scope scope;
    private PullLine.@Nullable PageLine end;

    /** {@code held} are the cursors with which the page was asked for. */
    Incoming(Cursors held) {
        this.held = held;
    }

    void take(Line line) {
        switch (line.content()) {
            case PullLine.ScopeLine changed -> scope = changed.scope();
            case PullLine.CaseLine each -> take(each.snapshot(), each.seq(), line.json());
            case PullLine.ForgetLine forget ->
                forgets.add(new Page.Forget(forget.caseId(), forget.why(), forget.changeNo()));
            case PullLine.UnitLine each ->
                documents.add(new Document("unit", each.unit().id().value(), line.json()));
            case PullLine.PersonLine each ->
                documents.add(new Document("person", each.person().id().value(), line.json()));
            case PullLine.ThemeLine each ->
                documents.add(new Document("theme", each.theme().id().value(), line.json()));
            case PullLine.TemplateLine each ->
                documents.add(new Document("template", each.template().id(), line.json()));
            case PullLine.RuleLine each ->
                documents.add(new Document("rule", each.rule().id(), line.json()));
            case PullLine.FormLine each ->
                documents.add(new Document("form", each.form().key(), line.json()));
            case PullLine.CampaignLine each ->
                documents.add(new Document("campaign", each.campaign().id().toString(), line.json()));
            case PullLine.ResponseLine each ->
                documents.add(
                        new Document("response", each.response().campaign().toString(), line.json()));
            case PullLine.PageLine last -> end = last;
        }
    }

    /** The last line. */
    PullLine.PageLine end() {
        if (end == null) {
            throw new IllegalStateException("The page has not ended");
        }
        return end;
    }

    /** Whether the backend is another than the one whose changes are held: it was restored from a backup. */
    boolean isOfAnotherEpoch() {
        return held.epoch() != null && !held.epoch().equals(end().epoch());
    }

    /** Whether first downloads went on when it was asked for, and go on behind it. */
    boolean isWithinFirstDownload() {
        return !held.catchUp().isEmpty() && end().more();
    }

    Scope scope() {
        return scope == null ? held.scope() : scope;
    }

    /** The units that may no longer be read. */
    Set<UnitId> lost() {
        return without(held.scope().units(), scope().units());
    }

    Map<CaseId, CaseRow> rows() {
        return rows;
    }

    /** The page as it is written, with the cursors to ask on from. */
    Page page() {
        Map<UnitId, CatchUp> catchUp = new HashMap<>(end().catchUp());
        // The backend does not know which units this laptop has had. On the very first page it begins all of them
        // itself.
        if (held.after() >= 0) {
            without(scope().units(), held.scope().units())
                    .forEach(gained -> catchUp.putIfAbsent(gained, new CatchUp(end().after(), null)));
        }
        Set<UnitId> complete = without(held.catchUp().keySet(), catchUp.keySet());
        var next = new Cursors(end().epoch(), end().after(), catchUp, scope());
        return new Page(cases, forgets, documents, lost(), complete, next);
    }

    /** The last number of a command of this laptop that one of the cases holds; 0 for none. */
    long lastSeq() {
        return cases.stream().mapToLong(each -> each.head().seq()).max().orElse(0);
    }

    int size() {
        return cases.size();
    }

    private void take(FeedbackCase snapshot, long seq, String body) {
        CaseRow row = CaseRows.of(snapshot);
        rows.put(snapshot.id(), row);
        var head =
                new Head(snapshot.id(), snapshot.changeNo(), snapshot.unit(), seq, row.owesReply(), RowText.write(row));
        cases.add(new Page.Snapshot(head, body));
    }

    private static Set<UnitId> without(Iterable<UnitId> some, Iterable<UnitId> others) {
        var left = new HashSet<UnitId>();
        some.forEach(left::add);
        others.forEach(left::remove);
        return left;
    }
}
