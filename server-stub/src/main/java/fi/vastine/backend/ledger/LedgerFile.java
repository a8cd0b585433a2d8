package fi.vastine.backend.ledger;

import java.util.ArrayList;
import java.util.List;

/** Lines that are kept, each change whole or not at all. Not thread safe. */
interface LedgerFile {
    /** The lines that were written whole; none if nothing was. */
    List<String> lines();

    void append(String line);

    /** Puts a line in the place of all. */
    void replace(String line);

    /** One that ends with the process. */
    final class InMemory implements LedgerFile {
        private final List<String> lines = new ArrayList<>();

        @Override
        public List<String> lines() {
            return List.copyOf(lines);
        }

        @Override
        public void append(String line) {
            lines.add(line);
        }

        @Override
        public void replace(String line) {
            lines.clear();
            lines.add(line);
        }
    }
}
