package fi.vastine.desktop.paper.print;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A face drawn from its SVG master, in black lines. */
record Face(List<Stroke> strokes) {
    /** Nothing is drawn. */
    static final Face NONE = new Face(List.of());

    private static final float SIDE = 96;
    private static final float PEN = 6;

    /** One path of it, filled or only stroked. */
    private record Stroke(Outline outline, boolean filled) {}

    /**
     * The face of this name.
     *
     * @throws IllegalStateException if there is no such master
     */
    static Face of(String name) {
        try (InputStream master = Face.class.getResourceAsStream("/fi/vastine/icons/symbols/" + name + ".svg")) {
            if (master == null) {
                throw new IllegalStateException("The drawing " + name + " is missing");
            }
            NodeList found = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(master)
                    .getElementsByTagName("path");
            List<Stroke> strokes = new ArrayList<>();
            for (int each = 0; each < found.getLength(); each++) {
                Element path = (Element) found.item(each);
                strokes.add(new Stroke(
                        new Outline(path.getAttribute("d")),
                        !path.getAttribute("fill").equals("none")));
            }
            return new Face(strokes);
        } catch (IOException | SAXException | ParserConfigurationException unreadable) {
            throw new IllegalStateException("The drawing " + name + " cannot be read", unreadable);
        }
    }

    void onto(PDPageContentStream page, float left, float top, float side) throws IOException {
        page.setLineWidth(PEN * side / SIDE);
        page.setLineCapStyle(1);
        page.setLineJoinStyle(1);
        for (Stroke each : strokes) {
            each.outline().onto(page, left, top, side / SIDE);
            if (each.filled()) {
                page.fill();
            } else {
                page.stroke();
            }
        }
        page.setLineWidth(1);
        page.setLineCapStyle(0);
    }
}
