package fi.vastine.core.outbox;

import java.util.Map;

/** Where the files of scanned pages lie, under names that tell nothing of what is in them. */
interface PageFiles {
    /** The names of all files, with their bytes. */
    Map<String, Long> all();

    /**
     * Keeps a file; it is on disk when this returns.
     *
     * @throws fi.vastine.core.profile.DiskFull with nothing kept
     */
    void write(String name, byte[] content);

    byte[] read(String name);

    /** Gives a file another name, on disk when this returns. */
    void rename(String from, String to);

    /** Deletes a file, with nothing of it left in its place. */
    void delete(String name);
}
