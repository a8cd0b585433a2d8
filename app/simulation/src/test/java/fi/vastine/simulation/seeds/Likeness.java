package fi.vastine.simulation.seeds;

import fi.vastine.contract.id.CaseId;
import fi.vastine.core.cases.CaseRow;
import fi.vastine.core.replica.Document;
import fi.vastine.core.replica.Replica;
import fi.vastine.simulation.seeds.Broken.Promise;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Whether a laptop holds and shows what a new laptop of the same person gets: all that she may see, and nothing else. */
final class Likeness {
    private final SeededLaptop laptop;
    private final SeededLaptop fresh;
    private final World world;
    private final List<Broken> differences = new ArrayList<>();

    Likeness(World world, SeededLaptop laptop) {
        this.world = world;
        this.laptop = laptop;
        this.fresh = world.newLaptopOf(laptop.person());
    }

    List<Broken> differences() {
        if (fresh.needsSignIn()) {
            fresh.signIn();
        }
        if (!fresh.workToTheEnd()) {
            differ(Promise.COMES_TO_AN_END, "as a new one does not come to an end");
            return differences;
        }
        compareCases();
        compareDocuments();
        compareScreens();
        return differences;
    }

    private void compareCases() {
        Map<String, String> here = cases(laptop.replica());
        Map<String, String> there = cases(fresh.replica());
        Set<String> all = new HashSet<>(here.keySet());
        all.addAll(there.keySet());
        for (String each : all) {
            if (!here.containsKey(each)) {
                differ(Promise.HOLDS_ALL_IT_MAY, "lacks " + each);
            } else if (!there.containsKey(each)) {
                differ(Promise.HOLDS_NOTHING_ELSE, "holds what it may not: " + each);
            } else if (!here.get(each).equals(there.get(each))) {
                differ(
                        Promise.HOLDS_IT_AS_IT_IS,
                        "holds " + each + " as " + here.get(each) + " and not as " + there.get(each));
            }
        }
    }

    private Map<String, String> cases(Replica replica) {
        Map<String, String> cases = new TreeMap<>();
        List<CaseId> ids = new ArrayList<>();
        replica.heads().forEachRemaining(some -> some.forEach(head -> ids.add(head.caseId())));
        ids.forEach(id -> cases.put(world.story().name(id), replica.snapshot(id).orElse("nothing")));
        return cases;
    }

    private void compareDocuments() {
        Set<Document> here = Set.copyOf(laptop.replica().documents());
        Set<Document> there = Set.copyOf(fresh.replica().documents());
        if (!here.equals(there)) {
            differ(Promise.HOLDS_IT_AS_IT_IS, "has other documents");
        }
    }

    private void compareScreens() {
        Map<CaseId, CaseRow> here = rows(laptop);
        Map<CaseId, CaseRow> there = rows(fresh);
        if (!here.keySet().equals(there.keySet())) {
            differ(Promise.SHOWS_WHAT_IT_HOLDS, "shows " + here.size() + " cases and not " + there.size());
        }
        here.forEach((id, row) -> {
            boolean drafted = laptop.outbox().draft(id).isPresent();
            if (!drafted && there.containsKey(id) && !row.equals(there.get(id))) {
                differ(Promise.SHOWS_WHAT_IT_HOLDS, "shows " + row + " and not " + there.get(id));
            }
        });
        if (!laptop.workings().desk().pending().value().isEmpty()) {
            differ(
                    Promise.SHOWS_WHAT_IT_HOLDS,
                    "still shows as pending "
                            + laptop.workings().desk().pending().value());
        }
    }

    private static Map<CaseId, CaseRow> rows(SeededLaptop of) {
        return of.workings().desk().books().value().rows().stream()
                .collect(Collectors.toMap(CaseRow::id, each -> each));
    }

    private void differ(Promise promise, String how) {
        differences.add(new Broken(promise, laptop.name() + " " + how));
    }
}
