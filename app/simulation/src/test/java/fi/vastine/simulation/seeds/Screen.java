package fi.vastine.simulation.seeds;

import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.CommandId;
import fi.vastine.core.cases.Desk;
import fi.vastine.core.cases.Pending;
import fi.vastine.core.outbox.Entry;
import fi.vastine.core.replica.Head;
import fi.vastine.core.session.Waiting;
import fi.vastine.simulation.seeds.Broken.Promise;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether a laptop's screen, which is fed from memory, shows at this moment what its stores hold. */
final class Screen {
    private final SeededLaptop laptop;
    private final Map<CaseId, Head> heads = new HashMap<>();
    private final List<Broken> broken = new ArrayList<>();

    private Screen(SeededLaptop laptop) {
        this.laptop = laptop;
        laptop.replica().heads().forEachRemaining(some -> some.forEach(head -> heads.put(head.caseId(), head)));
    }

    static List<Broken> brokenOn(SeededLaptop laptop) {
        // The program does the first at once when it has started, the second once a minute.
        laptop.workings().desk().readOn();
        laptop.workings().desk().turnDay();
        var screen = new Screen(laptop);
        screen.compareWaiting();
        screen.compareWithStores();
        return screen.broken;
    }

    private void compareWaiting() {
        Set<CommandId> told = laptop.workings().syncState().waiting().stream()
                .map(Waiting::id)
                .collect(Collectors.toSet());
        Set<CommandId> waiting = Stream.concat(
                        laptop.outbox().entries().stream()
                                .filter(each -> each.unsettled() && !isInBase(each))
                                .map(each -> each.envelope().commandId()),
                        laptop.outbox().intentions().stream()
                                .map(each -> each.submission().id()))
                .collect(Collectors.toSet());
        if (!told.equals(waiting)) {
            broken.add(new Broken(
                    Promise.TELLS_WHAT_WAITS,
                    laptop.name() + " tells that " + told.size() + " wait, and " + waiting.size() + " do"));
        }
    }

    /** The case as the backend sent it shows the command: its answer was lost, its effect was not. */
    private boolean isInBase(Entry entry) {
        Head head = heads.get(entry.envelope().caseId());
        return head != null && head.seq() >= entry.envelope().seq();
    }

    private void compareWithStores() {
        Desk shown = laptop.workings().desk();
        Desk held = laptop.deskFromStores();
        if (!shown.books().value().rows().equals(held.books().value().rows())) {
            broken.add(new Broken(
                    Promise.SHOWS_WHAT_IT_HOLDS,
                    laptop.name() + " shows " + shown.books().value().rows() + ", its stores hold "
                            + held.books().value().rows()));
        }
        Set<CommandId> pending = ids(shown);
        if (!pending.equals(ids(held))) {
            broken.add(new Broken(
                    Promise.SHOWS_WHAT_IT_HOLDS,
                    laptop.name() + " shows as pending " + shown.pending().value() + ", its stores hold "
                            + held.pending().value()));
        }
        if (!shown.attention().value().equals(held.attention().value())) {
            broken.add(new Broken(
                    Promise.SHOWS_WHAT_IT_HOLDS,
                    laptop.name() + " shows " + shown.attention().value() + " in Needs attention, its stores hold "
                            + held.attention().value()));
        }
    }

    private static Set<CommandId> ids(Desk desk) {
        return desk.pending().value().stream().map(Pending::id).collect(Collectors.toSet());
    }
}
