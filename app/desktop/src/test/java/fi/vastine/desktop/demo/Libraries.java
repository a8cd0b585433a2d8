package fi.vastine.desktop.demo;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.List;
import java.util.Locale;

/** What JavaFX needs from a Debian that a bare one lacks. */
final class Libraries {

    /** A library and the package that brings it. */
    private record Library(String file, String debianPackage) {}

    private static final List<Library> HEADLESS = List.of(new Library("libpangoft2-1.0.so.0", "libpangoft2-1.0-0"));
    private static final List<Library> WINDOWS = List.of(
            new Library("libpangoft2-1.0.so.0", "libpangoft2-1.0-0"),
            new Library("libgtk-3.so.0", "libgtk-3-0"),
            new Library("libXtst.so.6", "libxtst6"));

    private Libraries() {}

    /** The Debian packages that are missing for a window. */
    static List<String> missingForWindows() {
        return missing(WINDOWS);
    }

    /** The Debian packages that are missing to draw without a display. */
    static List<String> missingForPictures() {
        return missing(HEADLESS);
    }

    private static List<String> missing(List<Library> needed) {
        if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")) {
            return List.of();
        }
        return needed.stream()
                .filter(library -> !isThere(library.file()))
                .map(Library::debianPackage)
                .toList();
    }

    @SuppressWarnings("restricted") // the command line allows native access; nothing is called, only looked for
    private static boolean isThere(String file) {
        try (Arena arena = Arena.ofConfined()) {
            SymbolLookup.libraryLookup(file, arena);
            return true;
        } catch (IllegalArgumentException missing) {
            return false;
        }
    }
}
