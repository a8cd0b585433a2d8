package fi.vastine.core.replica;

import fi.vastine.contract.id.CaseId;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Reads sheet after sheet, and passes over the heads that count no more. */
final class HeadsInTurn implements Iterator<List<Head>> {
    private final LongFunction<Optional<Sheets.Numbered>> sheetBehind;
    private final Map<CaseId, Long> read = new HashMap<>();
    private long place = Long.MIN_VALUE;
    private Sheets.@Nullable Numbered next;
    private boolean ended;

    HeadsInTurn(LongFunction<Optional<Sheets.Numbered>> sheetBehind) {
        this.sheetBehind = sheetBehind;
    }

    @Override
    public boolean hasNext() {
        if (next == null && !ended) {
            next = sheetBehind.apply(place).orElse(null);
            ended = next == null;
        }
        return !ended;
    }

    @Override
    public List<Head> next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        List<Head> heads = next.heads().stream().filter(this::counts).toList();
        place = next.no();
        next = null;
        return heads;
    }

    /** Of the heads of a case the greatest number counts, and of the same number the first. */
    private boolean counts(Head head) {
        Long earlier = read.get(head.caseId());
        boolean counts = earlier == null || head.changeNo() > earlier;
        if (counts) {
            read.put(head.caseId(), head.changeNo());
        }
        return counts;
    }
}
