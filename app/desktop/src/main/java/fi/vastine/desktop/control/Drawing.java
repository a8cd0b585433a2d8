package fi.vastine.desktop.control;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Group;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * A face or symbol drawn by us, as large as the style sheet says and in its colours.
 *
 * <p>The masters are paths in a square of 96, in the module {@code icons}. It stands beside words, never in their place, so a
 * screen reader passes over it. To be used on the screen's thread.
 */
public final class Drawing extends Region {
    private static final double SIDE = 96;

    private final Scale scale = new Scale(1, 1, 0, 0);

    private Drawing(String name, List<SVGPath> paths) {
        // Without a path over the whole square, each would be as large as its own lines.
        SVGPath square = new SVGPath();
        square.setContent("M0 0H%1$s V%1$s H0z".formatted(SIDE));
        square.getStyleClass().add("drawing-ground");
        Group lines = new Group(square);
        lines.getChildren().addAll(paths);
        lines.setManaged(false);
        lines.getTransforms().add(scale);
        getChildren().setAll(lines);
        getStyleClass().addAll("drawing", name);
        setMouseTransparent(true);
    }

    /** Whether there is a master of this name. */
    public static boolean exists(String name) {
        return Drawing.class.getResource(address(name)) != null;
    }

    /**
     * The drawing of this name, which is one of its style classes.
     *
     * @throws IllegalStateException if there is no such master: see {@link #exists}
     */
    public static Drawing of(String name) {
        try (InputStream master = Drawing.class.getResourceAsStream(address(name))) {
            if (master == null) {
                throw new IllegalStateException("The drawing " + name + " is missing");
            }
            NodeList found = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(master)
                    .getElementsByTagName("path");
            List<SVGPath> paths = new ArrayList<>();
            for (int each = 0; each < found.getLength(); each++) {
                paths.add(path((Element) found.item(each)));
            }
            return new Drawing(name, paths);
        } catch (IOException | SAXException | ParserConfigurationException unreadable) {
            throw new IllegalStateException("The drawing " + name + " cannot be read", unreadable);
        }
    }

    private static SVGPath path(Element drawn) {
        SVGPath path = new SVGPath();
        path.setContent(drawn.getAttribute("d"));
        path.getStyleClass().add(drawn.getAttribute("fill").equals("none") ? "drawing-line" : "drawing-dot");
        return path;
    }

    private static String address(String name) {
        return "/fi/vastine/icons/symbols/" + name + ".svg";
    }

    @Override
    protected void layoutChildren() {
        double factor = Math.min(getWidth(), getHeight()) / SIDE;
        scale.setX(factor);
        scale.setY(factor);
    }
}
