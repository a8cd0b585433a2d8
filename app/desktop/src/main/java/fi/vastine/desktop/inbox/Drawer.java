package fi.vastine.desktop.inbox;

import fi.vastine.contract.id.CaseId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Cases in an order, in folders. Immutable; two drawers share the folders in which nothing changed, so that a colleague's edit
 * among hundreds of thousands of cases costs as much as among hundreds.
 */
final class Drawer {
    private static final int FULL = 1024;
    private static final int HALF = FULL / 2;

    private final Comparator<Placed> order;
    private final List<Folder> folders;
    private final int size;

    private Drawer(Comparator<Placed> order, List<Folder> folders) {
        this.order = order;
        this.folders = folders;
        this.size = folders.stream().mapToInt(Folder::size).sum();
    }

    static Drawer empty(Comparator<Placed> order) {
        return new Drawer(order, List.of());
    }

    List<Folder> folders() {
        return folders;
    }

    int size() {
        return size;
    }

    /** The drawer after some cases were taken out and others put in. */
    Drawer with(List<Placed> gone, List<Placed> come) {
        if (gone.isEmpty() && come.isEmpty()) {
            return this;
        }
        var out = new Changes(gone);
        var in = new Changes(come);
        List<Folder> next = new ArrayList<>(folders.size() + 1);
        for (int i = 0; i < folders.size(); i++) {
            Folder folder = folders.get(i);
            Placed end = i + 1 < folders.size() ? folders.get(i + 1).cases().getFirst() : null;
            List<Placed> leaving = out.before(end);
            List<Placed> entering = in.before(end);
            if (leaving.isEmpty() && entering.isEmpty()) {
                next.add(folder);
            } else {
                file(merged(folder.cases(), leaving, entering), next);
            }
        }
        file(in.before(null), next);
        return new Drawer(order, next);
    }

    private List<Placed> merged(List<Placed> held, List<Placed> leaving, List<Placed> entering) {
        Set<CaseId> out = leaving.stream().map(each -> each.row().id()).collect(Collectors.toSet());
        List<Placed> merged = new ArrayList<>(held.size() + entering.size());
        int at = 0;
        for (Placed each : held) {
            while (at < entering.size() && order.compare(entering.get(at), each) < 0) {
                merged.add(entering.get(at++));
            }
            if (!out.contains(each.row().id())) {
                merged.add(each);
            }
        }
        merged.addAll(entering.subList(at, entering.size()));
        return merged;
    }

    private static void file(List<Placed> cases, List<Folder> into) {
        int each = cases.size() <= FULL ? FULL : HALF;
        for (int from = 0; from < cases.size(); from += each) {
            into.add(new Folder(cases.subList(from, Math.min(from + each, cases.size()))));
        }
    }

    /** Changes in the drawer's order, handed out as the folders they belong to are passed. */
    private final class Changes {
        private final List<Placed> sorted;
        private int at;

        Changes(List<Placed> any) {
            this.sorted = any.stream().sorted(order).toList();
        }

        /** Those not handed out yet that stand before a case; all of them if there is none. */
        List<Placed> before(@Nullable Placed end) {
            int from = at;
            while (at < sorted.size() && (end == null || order.compare(sorted.get(at), end) < 0)) {
                at++;
            }
            return sorted.subList(from, at);
        }
    }
}
