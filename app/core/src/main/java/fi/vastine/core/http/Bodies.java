package fi.vastine.core.http;

import fi.vastine.core.sync.ExchangeFailed;
import fi.vastine.core.sync.Trouble;
import fi.vastine.core.sync.Trouble.Kind;
import java.io.IOException;
import okhttp3.Response;
import okio.BufferedSource;

/** Takes in the body of a response, never more than the memory has room for, however well it was packed. */
final class Bodies {
    private Bodies() {}

    /**
     * The whole body.
     *
     * @throws ExchangeFailed if it is larger than {@code most} bytes when unpacked; no more than these are unpacked
     */
    static byte[] whole(Response response, int most) throws IOException, ExchangeFailed {
        BufferedSource source = response.body().source();
        if (source.request(most + 1L)) {
            throw new ExchangeFailed(Trouble.of(Kind.SERVER_TROUBLE));
        }
        return source.readByteArray();
    }
}
