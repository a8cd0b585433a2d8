package fi.vastine.backend.feed;

import fi.vastine.backend.store.FeedStore;
import fi.vastine.backend.store.FeedStore.StoredCase;
import fi.vastine.backend.store.FeedStore.View;
import fi.vastine.contract.id.DeviceId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.wire.CatchUp;
import fi.vastine.contract.wire.PullLine.ForgetLine;
import fi.vastine.contract.wire.PullLine.PageLine;
import fi.vastine.contract.wire.PullRequest;
import fi.vastine.contract.wire.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Puts a page together, all of it as the database was at one moment.
 *
 * <p>While first downloads go on they have half of the page and the live stream the other half, so that neither starves the
 * other; what one leaves the first download takes.
 */
final class PageReader {
    private static final int MOST_CASES = 2_000;
    private static final long NEW_LAPTOP = -1;

    private final FeedStore store;

    PageReader(FeedStore store) {
        this.store = store;
    }

    /** @throws IllegalArgumentException if a cursor is none that was given out here */
    Page read(PullRequest asked, Scope scope, DeviceId device) {
        return store.read(view -> {
            if (asked.epoch() != null && !asked.epoch().equals(view.epoch())) {
                // Restored from a backup: what the laptop holds may be from a future that never was. It begins anew.
                return emptyPage(view);
            }
            return page(view, asked, scope, view.erasedFor(device, asked.after()));
        });
    }

    private static Page page(View view, PullRequest asked, Scope scope, List<ForgetLine> erased) {
        boolean isNew = asked.after() < 0;
        long after = isNew ? view.changeNo() : Math.min(asked.after(), view.changeNo());
        Set<UnitId> units = Set.copyOf(scope.units());
        Map<UnitId, CatchUp> downloads =
                isNew ? all(units, view.changeNo()) : within(units, asked.catchUp(), view.changeNo());

        int limit = Math.clamp(asked.limit(), 1, MOST_CASES);
        LiveStream live = LiveStream.read(view, units, after, downloads.isEmpty() ? limit : Math.max(1, limit / 2));
        FirstDownload download = FirstDownload.read(
                view, downloads, Math.max(1, limit - live.cases().size()));

        List<StoredCase> cases = new ArrayList<>(live.cases());
        cases.addAll(download.cases());
        List<ForgetLine> forgets = new ArrayList<>(live.forgets());
        forgets.addAll(erased);
        boolean more = live.more() || !download.open().isEmpty();
        return new Page(
                view.documentsBetween(isNew ? 0 : after, live.upTo()),
                cases,
                forgets,
                new PageLine(
                        view.epoch(),
                        live.upTo(),
                        download.open(),
                        more,
                        more ? Map.of() : checksums(view, scope.units()),
                        download.open().isEmpty() ? 0 : casesOf(view, units)));
    }

    private static Page emptyPage(View view) {
        var end = new PageLine(view.epoch(), NEW_LAPTOP, Map.of(), true, Map.of(), 0);
        return new Page(List.of(), List.of(), List.of(), end);
    }

    private static Map<UnitId, CatchUp> all(Set<UnitId> units, long to) {
        return units.stream().collect(Collectors.toMap(unit -> unit, unit -> new CatchUp(to, null)));
    }

    private static Map<UnitId, CatchUp> within(Set<UnitId> units, Map<UnitId, CatchUp> asked, long newest) {
        Map<UnitId, CatchUp> granted = new HashMap<>();
        asked.forEach((unit, catchUp) -> {
            if (units.contains(unit)) {
                granted.put(unit, new CatchUp(Math.min(catchUp.to(), newest), catchUp.at()));
            }
        });
        return granted;
    }

    private static long casesOf(View view, Set<UnitId> units) {
        Map<UnitId, Long> stored = view.cases();
        return units.stream().mapToLong(unit -> stored.getOrDefault(unit, 0L)).sum();
    }

    private static Map<UnitId, Long> checksums(View view, List<UnitId> units) {
        Map<UnitId, Long> stored = view.checksums();
        return units.stream().collect(Collectors.toMap(unit -> unit, unit -> stored.getOrDefault(unit, 0L)));
    }
}
