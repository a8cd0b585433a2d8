package fi.vastine.core.outbox;

import fi.vastine.contract.command.Command;
import fi.vastine.contract.id.CaseId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The scanned pages of papers, from when they are added until the backend has them.
 *
 * <p>A file waits with the paper under way; once the paper is an entry it is ready to follow it. Thread safe; what changes something
 * blocks for the disk.
 */
public final class ScannedPages {
    private static final String READY = ".ready";
    private static final Pattern OURS = Pattern.compile("[0-9a-f-]{36}\\.[0-9]{1,3}\\.[0-9]{1,3}(\\.ready)?");

    private final PageFiles files;
    private final List<File> held = new ArrayList<>();

    /**
     * A file of one page or more.
     *
     * @param first the number of its first page in the paper, from 1
     * @param ready whether the paper is an entry
     * @param bytes as it lies here, some tens more than it has
     */
    public record File(CaseId caseId, int first, int pages, boolean ready, long bytes) {
        String name() {
            return caseId + "." + first + "." + pages + (ready ? READY : "");
        }

        private File ready(boolean now) {
            return new File(caseId, first, pages, now, bytes);
        }

        private static File of(String name, long bytes) {
            String[] parts = withoutState(name).split("\\.", -1);
            return new File(
                    new CaseId(UUID.fromString(parts[0])),
                    Integer.parseInt(parts[1]),
                    Integer.parseInt(parts[2]),
                    name.endsWith(READY),
                    bytes);
        }
    }

    /** How many pages a paper has, and their bytes. */
    public record Extent(int pages, long bytes) {
        public static final Extent NONE = new Extent(0, 0);
    }

    ScannedPages(PageFiles files) {
        this.files = files;
        files.all().forEach((name, bytes) -> {
            // What else somebody, or the system, has put into the folder is not ours.
            if (OURS.matcher(name).matches()) {
                held.add(File.of(name, bytes));
            }
        });
    }

    static String withoutState(String name) {
        return name.endsWith(READY) ? name.substring(0, name.length() - READY.length()) : name;
    }

    /**
     * Adds a file behind the pages that a paper has.
     *
     * @throws fi.vastine.core.profile.DiskFull with nothing added
     */
    public synchronized Extent add(CaseId caseId, int pages, byte[] content) {
        File added = new File(caseId, of(caseId).pages() + 1, pages, false, content.length);
        files.write(added.name(), content);
        held.add(added);
        return of(caseId);
    }

    /** What a paper has here. */
    public synchronized Extent of(CaseId caseId) {
        return held.stream()
                .filter(each -> each.caseId().equals(caseId))
                .map(each -> new Extent(each.pages(), each.bytes()))
                .reduce(Extent.NONE, (one, next) -> new Extent(one.pages() + next.pages(), one.bytes() + next.bytes()));
    }

    /** The entry of a paper, with how many pages follow it. */
    public Command.EnterFeedback onto(CaseId caseId, Command.EnterFeedback entry) {
        int pages = of(caseId).pages();
        return pages == 0 ? entry : entry.scanned(pages);
    }

    /** What follows an entry, in the order of the pages. */
    public synchronized List<File> ready() {
        return held.stream()
                .filter(File::ready)
                .sorted(Comparator.comparing(File::name))
                .toList();
    }

    /** What is in a file; empty if it was dropped meanwhile. */
    public synchronized Optional<byte[]> read(File file) {
        return held.contains(file) ? Optional.of(files.read(file.name())) : Optional.empty();
    }

    /** Drops one file: the backend has it. */
    public synchronized void drop(File file) {
        drop(file::equals);
    }

    /** Drops all that a paper has. */
    public synchronized void drop(CaseId caseId) {
        drop(each -> each.caseId().equals(caseId));
    }

    /** Drops what waits with papers that are not under way any more. */
    public synchronized void dropOthersThan(Set<CaseId> underWay) {
        drop(each -> !each.ready() && !underWay.contains(each.caseId()));
    }

    /** A paper is an entry now: its pages follow. */
    synchronized void release(CaseId caseId) {
        turn(caseId, true);
    }

    /** The entry of a paper was taken back: its pages wait. */
    synchronized void hold(CaseId caseId) {
        turn(caseId, false);
    }

    private void turn(CaseId caseId, boolean ready) {
        held.replaceAll(each -> {
            if (!each.caseId().equals(caseId) || each.ready() == ready) {
                return each;
            }
            File next = each.ready(ready);
            files.rename(each.name(), next.name());
            return next;
        });
    }

    private void drop(Predicate<File> which) {
        List<File> gone = held.stream().filter(which).toList();
        for (File each : gone) {
            files.delete(each.name());
            held.remove(each);
        }
    }
}
