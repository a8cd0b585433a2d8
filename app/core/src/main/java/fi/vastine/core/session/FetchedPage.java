package fi.vastine.core.session;

import fi.vastine.core.sync.ExchangeFailed;
import java.util.Optional;

/** A scanned page that was asked for; it is never kept on the disk. */
public sealed interface FetchedPage {

    /** The page as a picture; its bytes are not to be changed. */
    @SuppressWarnings("ArrayRecordComponent")
    record Picture(byte[] content) implements FetchedPage {}

    /** The laptop on which it was added has not sent it yet. */
    record NotCome() implements FetchedPage {}

    /** The backend did not answer, or not with a page. */
    record NotReached() implements FetchedPage {}

    /** Asks the backend. */
    @FunctionalInterface
    interface Fetching {
        Optional<byte[]> page() throws ExchangeFailed;
    }

    static FetchedPage of(Fetching fetching) {
        try {
            return fetching.page().<FetchedPage>map(Picture::new).orElseGet(NotCome::new);
        } catch (ExchangeFailed e) {
            return new NotReached();
        }
    }
}
