package fi.vastine.desktop.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A drawing of the module {@code icons}: lines of one pen, and dots, in a square.
 *
 * @param side of the square
 * @param pen the width of its lines
 * @param lines an SVG path
 * @param dots an SVG path
 */
record Master(double side, double pen, String lines, String dots) {
    // Our masters are all written in one way, which a test of theirs watches. The first screen draws some of them, and
    // a
    // parser of XML would be the slowest part of it.
    private static final Pattern SIDE = Pattern.compile("viewBox=\"0 0 (\\d+) ");
    private static final Pattern PEN = Pattern.compile("stroke-width=\"([\\d.]+)\"");
    private static final Pattern PATH = Pattern.compile("<path d=\"([^\"]+)\" fill=\"(none)?");

    static boolean exists(String name) {
        return Master.class.getResource(address(name)) != null;
    }

    /**
     * Reads the master of this name.
     *
     * @throws IllegalStateException if there is none
     */
    static Master read(String name) {
        try (InputStream file = Master.class.getResourceAsStream(address(name))) {
            if (file == null) {
                throw new IllegalStateException("The drawing " + name + " is missing");
            }
            return of(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Master of(String svg) {
        var lines = new StringBuilder();
        var dots = new StringBuilder();
        Matcher path = PATH.matcher(svg);
        while (path.find()) {
            (path.group(2) == null ? dots : lines).append(path.group(1));
        }
        return new Master(number(SIDE, svg), number(PEN, svg), lines.toString(), dots.toString());
    }

    private static double number(Pattern wanted, String svg) {
        Matcher found = wanted.matcher(svg);
        return found.find() ? Double.parseDouble(found.group(1)) : 0;
    }

    private static String address(String name) {
        return "/fi/vastine/icons/symbols/" + name + ".svg";
    }
}
