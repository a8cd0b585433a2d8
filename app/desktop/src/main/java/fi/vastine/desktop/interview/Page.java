package fi.vastine.desktop.interview;

import java.util.List;
import javafx.scene.Node;

/** What is shown at one time, and what can be done besides. */
interface Page {
    Node node();

    /** What stands at the foot, at the left. */
    List<Node> ways();
}
