package fi.vastine.core.outbox;

import fi.vastine.core.json.Json;
import java.util.List;

/** An outbox that ends with the program: for simulations of many laptops, and for tests. */
public final class MemoryOutbox extends KeptOutbox {

    public MemoryOutbox(Json json) {
        super(json);
    }

    @Override
    void write(List<Row> rows) {
        // Memory is all there is.
    }

    @Override
    public void tidy() {
        // There are no files.
    }

    @Override
    public void close() {
        // What it holds stays readable, as a closed store's files do.
    }
}
