package fi.vastine.backend.feed;

import fi.vastine.backend.store.FeedStore.StoredCase;
import fi.vastine.backend.store.FeedStore.Turn;
import fi.vastine.backend.store.FeedStore.View;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.wire.CatchUp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The next part of the first download of units: first what owes a reply, of all of them together by due date; then unit
 * after unit, the newest first.
 *
 * <p>A case changed since a download began is left out: it comes with the live stream. So the places of the others do not
 * move, and a cursor holds.
 */
final class FirstDownload {
    private static final int STEP = 1_000;

    private final View view;
    private final Map<UnitId, CatchUp> open;
    private final List<StoredCase> cases = new ArrayList<>();
    private int room;

    private FirstDownload(View view, Map<UnitId, CatchUp> open, int room) {
        this.view = view;
        this.open = new TreeMap<>(open);
        this.room = room;
    }

    /** @throws IllegalArgumentException if a place is none that was given out here */
    static FirstDownload read(View view, Map<UnitId, CatchUp> open, int most) {
        FirstDownload part = new FirstDownload(view, open, most);
        part.takeOwed();
        part.takeOthers();
        return part;
    }

    List<StoredCase> cases() {
        return cases;
    }

    /** The downloads that are not at their end, with the places to go on from. */
    Map<UnitId, CatchUp> open() {
        return open;
    }

    /** One walk along all that is owed in the county: few, and mostly the asker's if she sees many units. */
    private void takeOwed() {
        Map<UnitId, CatchUp> owing = new HashMap<>(open);
        owing.keySet().retainAll(owing());
        Turn place = owing.values().stream()
                .map(catchUp -> Turn.of(catchUp.at()))
                .min(Turn.ORDER)
                .orElse(Turn.afterOwed());
        while (room > 0 && place.isBefore(Turn.afterOwed())) {
            place = takeOwed(owing, place);
        }
        String reached = place.toString();
        owing.forEach((unit, catchUp) -> open.put(unit, new CatchUp(catchUp.to(), reached)));
    }

    /** Takes what is theirs in one step of the walk, and says how far it came. */
    private Turn takeOwed(Map<UnitId, CatchUp> owing, Turn behind) {
        List<StoredCase> step = view.owed(behind, STEP);
        for (StoredCase each : step) {
            CatchUp catchUp = owing.get(each.unit());
            if (catchUp != null
                    && each.changeNo() <= catchUp.to()
                    && Turn.ORDER.compare(each.turn(), Turn.of(catchUp.at())) > 0) {
                cases.add(each);
                room--;
                if (room == 0) {
                    return each.turn();
                }
            }
        }
        return step.size() < STEP ? Turn.afterOwed() : step.getLast().turn();
    }

    private void takeOthers() {
        if (!owing().isEmpty()) {
            return;
        }
        for (UnitId unit : List.copyOf(open.keySet())) {
            if (room > 0) {
                take(unit, Turn.end(), room);
            }
        }
    }

    private List<UnitId> owing() {
        return open.keySet().stream()
                .filter(unit -> place(unit).isBefore(Turn.afterOwed()))
                .toList();
    }

    private void take(UnitId unit, Turn before, int most) {
        CatchUp catchUp = Objects.requireNonNull(open.get(unit));
        List<StoredCase> taken = view.byTurn(unit, place(unit), before, catchUp.to(), most);
        cases.addAll(taken);
        room -= taken.size();
        if (taken.size() == most) {
            open.put(unit, new CatchUp(catchUp.to(), taken.getLast().turn().toString()));
        } else if (before.equals(Turn.end())) {
            open.remove(unit);
        } else {
            open.put(unit, new CatchUp(catchUp.to(), before.toString()));
        }
    }

    private Turn place(UnitId unit) {
        CatchUp catchUp = open.get(unit);
        return Turn.of(catchUp == null ? null : catchUp.at());
    }
}
