package fi.vastine.desktop.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.text.Text;

/**
 * Looks at every control of a scene for what a test of one feature would not see: a missing name, a text cut short.
 *
 * <p>A label whose text may be cut, because all of it is one key away, carries the style class {@code may-clip}.
 */
final class SceneWalk {

    private static final String MAY_CLIP = "may-clip";

    private final Parent root;

    SceneWalk(Parent root) {
        this.root = root;
    }

    List<String> complaints() {
        List<String> complaints = new ArrayList<>();
        UiDriver.shown(root).forEach(node -> {
            if (node instanceof Control control
                    && control.isFocusTraversable()
                    && Names.of(control).isBlank()) {
                complaints.add("no accessible name: " + describe(control));
            }
            if (node instanceof Labeled labeled && isClipped(labeled)) {
                complaints.add("text cut short: “" + labeled.getText() + "” in " + describe(labeled));
            }
            if (node instanceof Labeled labeled && isOutOfReach(labeled)) {
                complaints.add("text beyond the edge: “" + labeled.getText() + "” in " + describe(labeled));
            }
            if (node instanceof TextField field && isPromptCut(field)) {
                complaints.add("prompt cut short: “" + field.getPromptText() + "” in " + describe(field));
            }
        });
        return complaints;
    }

    /** Nobody scrolls sideways here: what lies to the right of its pane, or of the window, cannot be read. */
    private static boolean isOutOfReach(Labeled labeled) {
        String text = labeled.getText();
        if (text == null || text.isBlank() || labeled.getScene() == null) {
            return false;
        }
        Bounds words = labeled.localToScene(labeled.getLayoutBounds());
        double edge = labeled.getScene().getRoot().getLayoutBounds().getWidth();
        for (Node at = labeled.getParent(); at != null; at = at.getParent()) {
            if (at.getStyleClass().contains("viewport")) {
                edge = Math.min(edge, at.localToScene(at.getLayoutBounds()).getMaxX());
            }
        }
        return words.getMaxX() > edge + 1 || words.getMinX() < -1;
    }

    private static boolean isClipped(Labeled labeled) {
        String text = labeled.getText();
        if (text == null
                || text.isBlank()
                || labeled.getStyleClass().contains(MAY_CLIP)
                || labeled.getTooltip() != null) {
            return false;
        }
        return labeled.getChildrenUnmodifiable().stream()
                .filter(Text.class::isInstance)
                .map(child -> ((Text) child).getText())
                .anyMatch(drawn ->
                        drawn.endsWith(labeled.getEllipsisString()) && !text.endsWith(labeled.getEllipsisString()));
    }

    /** A prompt has no ellipsis: its end is not drawn, or another thing stands on it. */
    private static boolean isPromptCut(TextField field) {
        String prompt = field.getPromptText();
        if (prompt == null || prompt.isBlank() || !field.getText().isEmpty()) {
            return false;
        }
        Text whole = new Text(prompt);
        whole.setFont(field.getFont());
        double end = field.getInsets().getLeft() + whole.getLayoutBounds().getWidth();
        return end > field.getWidth() - field.getInsets().getRight() + 1
                || field.getParent().getChildrenUnmodifiable().stream()
                        .filter(beside -> beside instanceof Labeled && beside.isVisible())
                        .map(Node::getBoundsInParent)
                        .anyMatch(bounds -> bounds.intersects(field.getBoundsInParent())
                                && bounds.getMinX() < field.getLayoutX() + end);
    }

    private static String describe(Node node) {
        StringBuilder path = new StringBuilder();
        for (Node at = node; at != null; at = at.getParent()) {
            String name = at.getClass().getSimpleName() + (at.getId() == null ? "" : "#" + at.getId());
            path.insert(0, path.isEmpty() ? name : name + " > ");
        }
        return path + " " + node.getStyleClass();
    }
}
