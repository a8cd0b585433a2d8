package fi.vastine.bench;

import java.io.IOException;
import java.util.List;

/** One way to measure one or a few figures that belong together. */
interface Scenario {
    /** The figures it gives, without size suffixes. */
    List<String> names();

    /** Measures; may take minutes. Throws when the program did not do what was to be measured. */
    List<Figure> measure(Workshop workshop) throws IOException, InterruptedException;
}
