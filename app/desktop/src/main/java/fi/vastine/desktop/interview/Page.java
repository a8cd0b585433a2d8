package fi.vastine.desktop.interview;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;

/** What is shown at one time, and what can be done besides. */
interface Page {
    Node node();

    /** What stands at the foot, at the left. */
    List<Node> ways();

    /** A key that was pressed before the page was there. */
    default void press(KeyEvent key) {}
}
