package fi.vastine.desktop.casefile;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** A place for nodes that are made anew only when what they show has changed, so that focus and typing survive an update. */
final class Slot extends StackPane {
    private @Nullable List<@Nullable Object> shownFor;

    Slot() {
        // What is narrower than the case begins where everything else does.
        setAlignment(Pos.TOP_LEFT);
        managedProperty().bind(visibleProperty());
    }

    /** Shows what is made, unless the same was shown for equal inputs; nothing made takes no room. */
    void show(Supplier<@Nullable Node> make, @Nullable Object... inputs) {
        List<@Nullable Object> now = Arrays.asList(inputs);
        if (now.equals(shownFor)) {
            return;
        }
        shownFor = now;
        Node made = make.get();
        setVisible(made != null);
        if (made == null) {
            getChildren().clear();
        } else {
            getChildren().setAll(made);
        }
    }
}
