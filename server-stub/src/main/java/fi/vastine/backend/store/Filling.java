package fi.vastine.backend.store;

import fi.vastine.contract.cases.FeedbackCase;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** Brings in many cases at once, such as a made-up county's or those of an earlier program. */
public final class Filling {
    private static final int AT_ONCE = 1_000;

    private final Writer writer;
    private final ReferenceDocuments reference;

    public Filling(Writer writer, ReferenceDocuments reference) {
        this.writer = writer;
        this.reference = reference;
    }

    /** Puts these documents in the place of those with the same ids. */
    public void put(Reference documents) {
        reference.put(writer, documents);
    }

    /**
     * Adds cases as they are, in their order, a thousand in one commit; none is routed or promised anything here.
     *
     * @param cases none of which is there yet; read once and never held as a whole
     * @return how many there were
     */
    public long add(Stream<FeedbackCase> cases) {
        long added = 0;
        List<FeedbackCase> part = new ArrayList<>(AT_ONCE);
        Iterator<FeedbackCase> next = cases.iterator();
        while (next.hasNext()) {
            part.add(next.next());
            if (part.size() == AT_ONCE || !next.hasNext()) {
                List<FeedbackCase> together = List.copyOf(part);
                writer.write(transaction -> {
                    transaction.addAll(together);
                    return null;
                });
                added += together.size();
                part.clear();
            }
        }
        return added;
    }
}
