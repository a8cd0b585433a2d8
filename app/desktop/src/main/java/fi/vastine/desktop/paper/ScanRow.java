package fi.vastine.desktop.paper;

import fi.vastine.core.outbox.ScannedPages.Extent;
import fi.vastine.desktop.control.Icons;
import fi.vastine.desktop.text.Texts;
import java.io.File;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;

/** Adds the scanned paper itself to what is typed of it: by a key, a button, or dropped onto the form. */
final class ScanRow {
    private static final double MEGABYTE = 1 << 20;

    private final Scanning scanning;
    private final Texts texts;
    private final VBox root = new VBox();
    private final Label held = new Label();
    private final Button remove = new Button();
    private final Label refused = new Label();

    ScanRow(Scanning scanning, Texts texts) {
        this.scanning = scanning;
        this.texts = texts;
        Button add = new Button();
        add.setId("paper-scan");
        add.setGraphic(Icons.of(Feather.PAPERCLIP));
        add.textProperty().bind(texts.live("paper.scan-key"));
        add.setOnAction(event -> choose());
        held.setId("paper-scan-held");
        held.getStyleClass().add("strong");
        held.setWrapText(true);
        remove.setId("paper-scan-remove");
        remove.textProperty().bind(texts.live("paper.scan-remove"));
        remove.getStyleClass().add("quiet");
        remove.setOnAction(event -> scanning.remove());
        remove.visibleProperty().bind(held.visibleProperty());
        refused.setId("paper-scan-refused");
        refused.getStyleClass().addAll("soon", "strong");
        refused.setWrapText(true);
        refused.setMinHeight(Region.USE_PREF_SIZE);
        FlowPane row = new FlowPane(add, held, remove);
        row.getStyleClass().add("entry-footer");
        row.setAlignment(Pos.CENTER_LEFT);
        root.getChildren().setAll(row, refused);
        List.of(held, remove, refused).forEach(each -> each.managedProperty().bind(each.visibleProperty()));
        scanning.extent().subscribe(ignored -> show());
        scanning.refusal().subscribe(ignored -> show());
        texts.language().subscribe(ignored -> show());
    }

    Node node() {
        return root;
    }

    /** Takes what is dropped on a page. */
    void takeDropsOn(Node page) {
        page.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        page.setOnDragDropped(event -> {
            if (event.getDragboard().hasFiles()) {
                add(event.getDragboard().getFiles());
                event.setDropCompleted(true);
                event.consume();
            }
        });
    }

    void choose() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.text("paper.scan"));
        chooser.getExtensionFilters()
                .setAll(new FileChooser.ExtensionFilter(
                        "PDF, PNG, JPEG", "*.pdf", "*.png", "*.jpg", "*.jpeg", "*.PDF", "*.PNG", "*.JPG", "*.JPEG"));
        List<File> chosen = chooser.showOpenMultipleDialog(root.getScene().getWindow());
        if (chosen != null) {
            add(chosen);
        }
    }

    /** In the order of their names, as scanners number them. */
    private void add(List<File> files) {
        scanning.add(files.stream().map(File::toPath).sorted().toList());
    }

    private void show() {
        Extent now = scanning.extent().get();
        held.setVisible(now.pages() > 0);
        held.setText(texts.text("paper.scan-held", now.pages(), Math.max(0.1, now.bytes() / MEGABYTE)));
        Scanning.Refusal why = scanning.refusal().get();
        refused.setVisible(why != null);
        refused.setText(why == null ? "" : texts.text(why.why(), why.file()));
    }
}
