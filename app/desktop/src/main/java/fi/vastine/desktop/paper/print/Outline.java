package fi.vastine.desktop.paper.print;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/**
 * A path of one of our SVG masters, as far as those use the language: lines, curves and arcs of circles.
 *
 * @param data what the master's {@code d} says
 */
record Outline(String data) {
    private static final Pattern STEP = Pattern.compile("([MmLlHhVvQqCcAaZz])([^MmLlHhVvQqCcAaZz]*)");
    private static final Pattern NUMBER = Pattern.compile("-?\\d*\\.?\\d+");

    /**
     * Puts the path onto the page, neither stroked nor filled yet.
     *
     * @param left where the master's left edge comes to lie, in points
     * @param top its upper edge, upwards from the page's foot
     * @param scale points for each of the master's units
     */
    void onto(PDPageContentStream page, double left, double top, double scale) throws IOException {
        new Pen(page, left, top, scale).draw(data);
    }

    private static final class Pen {
        private final PDPageContentStream page;
        private final double left;
        private final double top;
        private final double scale;
        private double x;
        private double y;
        private double beganX;
        private double beganY;

        Pen(PDPageContentStream page, double left, double top, double scale) {
            this.page = page;
            this.left = left;
            this.top = top;
            this.scale = scale;
        }

        void draw(String data) throws IOException {
            Matcher steps = STEP.matcher(data);
            while (steps.find()) {
                List<Double> numbers = new ArrayList<>();
                Matcher found = NUMBER.matcher(steps.group(2));
                while (found.find()) {
                    numbers.add(Double.parseDouble(found.group()));
                }
                step(steps.group(1).charAt(0), numbers);
            }
        }

        private void step(char letter, List<Double> numbers) throws IOException {
            boolean relative = Character.isLowerCase(letter);
            String kind = String.valueOf(letter).toUpperCase(Locale.ROOT);
            int each = switch (kind) {
                case "H", "V" -> 1;
                case "M", "L" -> 2;
                case "Q" -> 4;
                case "C" -> 6;
                case "A" -> 7;
                default -> 0;
            };
            if (each == 0) {
                page.closePath();
                x = beganX;
                y = beganY;
                return;
            }
            for (int from = 0; from + each <= numbers.size(); from += each) {
                // Further pairs behind a move are lines.
                String now = kind.equals("M") && from > 0 ? "L" : kind;
                one(now, numbers.subList(from, from + each), relative ? x : 0, relative ? y : 0);
            }
        }

        private void one(String kind, List<Double> n, double fromX, double fromY) throws IOException {
            switch (kind) {
                case "M" -> {
                    beganX = n.get(0) + fromX;
                    beganY = n.get(1) + fromY;
                    moveTo(beganX, beganY);
                }
                case "L" -> lineTo(n.get(0) + fromX, n.get(1) + fromY);
                case "H" -> lineTo(n.getFirst() + fromX, y);
                case "V" -> lineTo(x, n.getFirst() + fromY);
                case "Q" -> quadTo(n.get(0) + fromX, n.get(1) + fromY, n.get(2) + fromX, n.get(3) + fromY);
                case "C" ->
                    curveTo(
                            n.get(0) + fromX,
                            n.get(1) + fromY,
                            n.get(2) + fromX,
                            n.get(3) + fromY,
                            n.get(4) + fromX,
                            n.get(5) + fromY);
                default -> arcTo(n.getFirst(), n.get(3) != 0, n.get(4) != 0, n.get(5) + fromX, n.get(6) + fromY);
            }
        }

        private void moveTo(double toX, double toY) throws IOException {
            page.moveTo(across(toX), up(toY));
            x = toX;
            y = toY;
        }

        private void lineTo(double toX, double toY) throws IOException {
            page.lineTo(across(toX), up(toY));
            x = toX;
            y = toY;
        }

        private void quadTo(double midX, double midY, double toX, double toY) throws IOException {
            curveTo(
                    x + (midX - x) * 2 / 3,
                    y + (midY - y) * 2 / 3,
                    toX + (midX - toX) * 2 / 3,
                    toY + (midY - toY) * 2 / 3,
                    toX,
                    toY);
        }

        private void curveTo(double oneX, double oneY, double twoX, double twoY, double toX, double toY)
                throws IOException {
            page.curveTo(across(oneX), up(oneY), across(twoX), up(twoY), across(toX), up(toY));
            x = toX;
            y = toY;
        }

        /** An arc of a circle, in pieces of a quarter at most. */
        private void arcTo(double radius, boolean large, boolean sweep, double toX, double toY) throws IOException {
            double halfX = (x - toX) / 2;
            double halfY = (y - toY) / 2;
            double half = Math.hypot(halfX, halfY);
            double r = Math.max(radius, half);
            double off = half == 0 ? 0 : Math.sqrt(Math.max(0, r * r - half * half)) / half * (large == sweep ? -1 : 1);
            double centreX = (x + toX) / 2 + off * halfY;
            double centreY = (y + toY) / 2 - off * halfX;
            double begin = Math.atan2(y - centreY, x - centreX);
            double turn = Math.atan2(toY - centreY, toX - centreX) - begin;
            if (sweep && turn < 0) {
                turn += 2 * Math.PI;
            } else if (!sweep && turn > 0) {
                turn -= 2 * Math.PI;
            }
            int pieces = (int) Math.max(1, Math.ceil(Math.abs(turn) / (Math.PI / 2) - 1e-9));
            double piece = turn / pieces;
            double reach = 4.0 / 3 * Math.tan(piece / 4) * r;
            for (int each = 0; each < pieces; each++) {
                double from = begin + each * piece;
                double to = from + piece;
                double endX = centreX + r * Math.cos(to);
                double endY = centreY + r * Math.sin(to);
                curveTo(
                        centreX + r * Math.cos(from) - reach * Math.sin(from),
                        centreY + r * Math.sin(from) + reach * Math.cos(from),
                        endX + reach * Math.sin(to),
                        endY - reach * Math.cos(to),
                        endX,
                        endY);
            }
        }

        private float across(double at) {
            return (float) (left + at * scale);
        }

        private float up(double at) {
            return (float) (top - at * scale);
        }
    }
}
