package fi.vastine.contract.wire;

/**
 * {@code PUT} and {@code GET /v1/cases/{case}/pages/{number}}: the pages of a paper that was typed in, as they were scanned.
 *
 * <p>What is put is a file, a PNG or JPEG picture or a PDF of several pages, under the number of its first page from 1. What is got is
 * one page as a picture, or {@code 204} while it has not come. Putting the same again changes nothing.
 */
public final class Pages {
    /** Of one paper. */
    public static final int MOST = 10;
    /** Of all files of one paper. */
    public static final int MOST_BYTES = 5 << 20;

    private Pages() {}

    /** What came of a file. */
    public record Answer(Taken taken) {}

    /** What came of a file. */
    public enum Taken {
        /** It is kept, from now on or already. */
        KEPT,
        /** Its case was erased or withdrawn, or has been kept long enough: it is to be kept nowhere. */
        GONE,
        /** There is no such case yet. */
        UNKNOWN,
        /** It cannot be read, is too large, or is not the sender's to add. */
        REFUSED
    }
}
