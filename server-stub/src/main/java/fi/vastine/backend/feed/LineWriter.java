package fi.vastine.backend.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import fi.vastine.backend.store.FeedStore.StoredCase;
import fi.vastine.backend.store.FeedStore.StoredDocument;
import fi.vastine.backend.store.Json;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.id.DeviceId;
import fi.vastine.contract.wire.PullLine;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes the lines of a page. A stored body goes out as it lies, without being read, unless it holds drafts.
 *
 * <p>The lines have the form of the contract's {@link PullLine}.
 */
final class LineWriter {
    private static final byte[] CASE = "{\"case\":{\"snapshot\":".getBytes(UTF_8);
    private static final byte[] SEQ = ",\"seq\":".getBytes(UTF_8);
    private static final byte[] END_OF_CASE = "}}\n".getBytes(UTF_8);

    private final Json json;
    private final DeviceId device;
    private final DraftSight sight;
    private final OutputStream out;

    LineWriter(Json json, DeviceId device, DraftSight sight, OutputStream out) {
        this.json = json;
        this.device = device;
        this.sight = sight;
        this.out = out;
    }

    void write(PullLine line) throws IOException {
        out.write((json.write(line) + "\n").getBytes(UTF_8));
    }

    void write(Page page) throws IOException {
        for (StoredDocument document : page.documents()) {
            // {"unit":{"unit":{…}}}: the line's name, and the name of what it holds.
            String line = "{\"" + document.kind() + "\":{\"" + document.kind() + "\":" + document.body() + "}}\n";
            out.write(line.getBytes(UTF_8));
        }
        for (StoredCase each : page.cases()) {
            write(each);
        }
        for (PullLine forget : page.forgets()) {
            write(forget);
        }
        write(page.end());
    }

    private void write(StoredCase stored) throws IOException {
        out.write(CASE);
        out.write(body(stored).getBytes(UTF_8));
        out.write(SEQ);
        out.write(Long.toString(stored.lastSeqOf(device)).getBytes(UTF_8));
        out.write(END_OF_CASE);
    }

    private String body(StoredCase stored) {
        return stored.hasDrafts() ? json.write(sight.of(json.read(stored.body(), FeedbackCase.class))) : stored.body();
    }
}
