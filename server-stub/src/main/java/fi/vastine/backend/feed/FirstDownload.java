package fi.vastine.backend.feed;

import fi.vastine.backend.store.FeedStore.StoredCase;
import fi.vastine.backend.store.FeedStore.Turn;
import fi.vastine.backend.store.FeedStore.View;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.wire.CatchUp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The next part of the first download of units: first what owes a reply, of all of them alike; then unit after unit, the
 * newest first.
 *
 * <p>A case changed since a download began is left out: it comes with the live stream. So the places of the others do not
 * move, and a cursor holds.
 */
final class FirstDownload {
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

    private void takeOwed() {
        List<UnitId> owing = owing();
        while (room > 0 && !owing.isEmpty()) {
            int share = Math.max(1, room / owing.size());
            for (UnitId unit : owing) {
                if (room > 0) {
                    take(unit, Turn.afterOwed(), Math.min(share, room));
                }
            }
            owing = owing();
        }
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
        CatchUp catchUp = java.util.Objects.requireNonNull(open.get(unit));
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
