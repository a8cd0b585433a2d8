package fi.vastine.backend.store;

import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.reference.Campaign;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

    /** Puts these campaigns in the place of those with the same ids. */
    public void plan(List<Campaign> campaigns) {
        writer.write(transaction -> {
            campaigns.forEach(each -> reference.put(transaction, each));
            return null;
        });
    }

    /**
     * Adds cases as they are, in their order, a thousand in one commit; none is routed or promised anything here.
     *
     * @param cases none of which is there yet; read once and never held as a whole
     * @return how many there were
     */
    public long add(Stream<FeedbackCase> cases) {
        long added = 0;
        Iterator<FeedbackCase> next = cases.iterator();
        CompletableFuture<@Nullable Void> before = CompletableFuture.completedFuture(null);
        while (next.hasNext()) {
            // Read while the part before is being written: either takes about as long.
            List<FreshCase> part = part(next);
            Writer.await(before);
            before = writer.begin(transaction -> {
                transaction.addAll(part);
                return null;
            });
            added += part.size();
        }
        Writer.await(before);
        return added;
    }

    private List<FreshCase> part(Iterator<FeedbackCase> next) {
        List<FreshCase> part = new ArrayList<>(AT_ONCE);
        while (part.size() < AT_ONCE && next.hasNext()) {
            part.add(writer.prepare(next.next()));
        }
        return part;
    }
}
