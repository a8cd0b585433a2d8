package fi.vastine.core.outbox;

import fi.vastine.core.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An outbox that ends with the program: for simulations of many laptops, and for tests. */
public final class MemoryOutbox extends KeptOutbox {
    private final Json json;

    /** What would be on disk; a row keeps its place when it is written anew, as an entry does by its position. */
    private final Map<String, Row> written = new LinkedHashMap<>();

    private final PagesInMemory pages;

    public MemoryOutbox(Json json) {
        this(json, new PagesInMemory());
    }

    private MemoryOutbox(Json json, PagesInMemory pages) {
        super(json, new ScannedPages(pages));
        this.json = json;
        this.pages = pages;
    }

    /** Another one, begun from what was written here so far, as a start after a crash begins from the files. */
    public synchronized MemoryOutbox copy() {
        var copy = new MemoryOutbox(json, new PagesInMemory(pages));
        copy.written.putAll(written);
        written.values().forEach(copy::take);
        return copy;
    }

    @Override
    void write(List<Row> rows) {
        for (Row row : rows) {
            String key = row.kind() + " " + row.id();
            if (row.value() == null) {
                written.remove(key);
            } else {
                written.put(key, row);
            }
        }
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
