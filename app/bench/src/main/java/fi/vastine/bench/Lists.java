package fi.vastine.bench;

import fi.vastine.backend.county.County;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.due.DueDates;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.wire.Scope;
import fi.vastine.core.cases.CaseRow;
import fi.vastine.core.cases.CaseRows;
import fi.vastine.core.cases.Desk;
import fi.vastine.core.json.Json;
import fi.vastine.core.outbox.MemoryOutbox;
import fi.vastine.core.replica.Cursors;
import fi.vastine.core.replica.Document;
import fi.vastine.core.replica.Head;
import fi.vastine.core.replica.MemoryReplica;
import fi.vastine.core.replica.Page;
import fi.vastine.desktop.inbox.InboxTab;
import fi.vastine.desktop.inbox.InboxViewModel;
import fi.vastine.desktop.text.Texts;
import fi.vastine.desktop.text.Times;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Types words into the inbox's filter, letter by letter, over every case there is; goes from list to list while cases change. */
final class Lists implements Scenario {
    private static final List<String> WORDS = List.of(
            "jonotus",
            "lääkäri",
            "kiitos",
            "ruoka oli",
            "ystävällinen",
            "aika",
            "potilas",
            "hoitaja",
            "väntetid",
            "zzz");
    private static final int WARM_UP = 3;
    private static final int ROUNDS = 10;
    private static final int SORTINGS = 400;

    @Override
    public List<String> names() {
        return List.of("list.filter", "list.sort");
    }

    @Override
    public List<Figure> measure(Workshop workshop) {
        List<Figure> figures = new ArrayList<>();
        measure(new Laptop(workshop, Workshop.YEAR), "", figures);
        measure(new Laptop(workshop, Workshop.TEN_YEARS), "." + Workshop.TEN_YEARS, figures);
        return figures;
    }

    private static void measure(Laptop laptop, String size, List<Figure> figures) {
        figures.add(laptop.typed().percentile("list.filter" + size, "ms", 95));
        figures.add(laptop.sorted().percentile("list.sort" + size, "ms", 95));
    }

    /** The county's cases in an inbox. */
    private static final class Laptop {
        private final List<CaseId> ids = new ArrayList<>();
        private final Desk desk;
        private final InboxViewModel inbox;

        Laptop(Workshop workshop, int size) {
            var json = new Json();
            var texts = new Texts(Language.FI);
            PersonId reader = workshop.quality().person();
            desk = new Desk(new MemoryOutbox(json), new MemoryReplica(), json, reader, workshop.clock());
            fill(workshop.county(size), json);
            inbox = new InboxViewModel(
                    reader,
                    Set.of(),
                    new Inline(),
                    texts,
                    new Times(texts, workshop.clock().withZone(DueDates.ZONE)));
            inbox.accept(desk.books().value());
        }

        private void fill(County county, Json json) {
            List<Page.Snapshot> snapshots = new ArrayList<>();
            Map<CaseId, CaseRow> rows = new HashMap<>();
            county.cases().forEach(each -> {
                ids.add(each.id());
                CaseRow row = CaseRows.of(each);
                rows.put(each.id(), row);
                snapshots.add(new Page.Snapshot(new Head(each.id(), 1, each.unit(), 0, row.owesReply(), ""), ""));
            });
            List<Document> documents = new ArrayList<>();
            county.units()
                    .forEach(
                            unit -> documents.add(new Document("unit", unit.id().value(), json.write(unit))));
            county.themes()
                    .forEach(theme ->
                            documents.add(new Document("theme", theme.id().value(), json.write(theme))));
            var scope = new Scope(
                    1, rows.values().stream().map(CaseRow::unit).distinct().toList(), Map.of(), List.of(), List.of());
            var cursors = new Cursors("bench", 1, Map.of(), scope);
            desk.apply(new Page(snapshots, List.of(), documents, Set.of(), Set.of(), cursors), rows);
        }

        Runs typed() {
            inbox.tab().set(InboxTab.ALL);
            var runs = new Runs();
            for (int round = 0; round < WARM_UP + ROUNDS; round++) {
                for (String word : WORDS) {
                    for (int letters = 1; letters <= word.length(); letters++) {
                        Stopwatch watch = Stopwatch.started();
                        inbox.filter().set(word.substring(0, letters));
                        if (round >= WARM_UP) {
                            runs.add(watch.millis());
                        }
                    }
                    inbox.filter().set("");
                }
            }
            return runs;
        }

        Runs sorted() {
            var runs = new Runs();
            List<InboxTab> tabs = List.of(InboxTab.values());
            for (int round = 0; round < SORTINGS; round++) {
                desk.drafted(ids.get(round * 31 % ids.size()), Desk.Presence.THERE);
                Stopwatch edit = Stopwatch.started();
                inbox.accept(desk.books().value());
                double changed = edit.millis();
                Stopwatch choice = Stopwatch.started();
                inbox.tab().set(tabs.get(round % tabs.size()));
                double chosen = choice.millis();
                if (round >= SORTINGS / 4) {
                    runs.add(changed);
                    runs.add(chosen);
                }
            }
            return runs;
        }
    }
}
