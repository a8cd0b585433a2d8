package fi.vastine.desktop.reply;

import fi.vastine.desktop.text.Texts;
import fi.vastine.desktop.text.Times;
import javafx.scene.Parent;
import javafx.scene.layout.VBox;

/** The place of the editor below the customer's text; the editor is built when it is first needed. To be used on the screen's thread. */
public final class ReplyView {
    private final ReplyViewModel model;
    private final Texts texts;
    private final Times times;
    private final VBox root = new VBox();

    public ReplyView(ReplyViewModel model, Texts texts, Times times) {
        this.model = model;
        this.texts = texts;
        this.times = times;
        root.managedProperty().bind(root.visibleProperty());
        root.visibleProperty().bind(model.active().or(model.sending().isNotNull()));
        root.visibleProperty().subscribe(this::build);
    }

    public Parent node() {
        return root;
    }

    private void build(boolean needed) {
        if (needed && root.getChildren().isEmpty()) {
            ReplyEditor editor = new ReplyEditor(model, texts, times);
            root.getChildren().add(editor.node());
            editor.follow();
        }
    }
}
