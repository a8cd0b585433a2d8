package fi.vastine.desktop.paper;

import fi.vastine.desktop.text.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/** Puts the empty form where the person says, as a PDF, and opens it in what the computer prints with. */
final class PrintRow {
    private final PaperViewModel model;
    private final Texts texts;
    private final Consumer<Path> opener;
    private final FlowPane row = new FlowPane();
    private final Button print = new Button();
    private final Button open = new Button();
    private final Label where = new Label();

    PrintRow(PaperViewModel model, Texts texts, Consumer<Path> opener) {
        this.model = model;
        this.texts = texts;
        this.opener = opener;
        print.setId("paper-print");
        print.textProperty().bind(texts.live("paper.print"));
        print.setOnAction(event -> print());
        open.setId("paper-open-print");
        open.textProperty().bind(texts.live("paper.open-print"));
        where.setWrapText(true);
        where.setId("paper-printed");
        where.getStyleClass().addAll("muted", "small");
        row.getChildren().setAll(print, open, where);
        row.getStyleClass().add("entry-footer");
        row.setAlignment(Pos.CENTER_LEFT);
        open.managedProperty().bind(open.visibleProperty());
        model.printing().printed().subscribe(this::show);
        texts.language().subscribe(ignored -> show(model.printing().printed().get()));
        model.batch().unit().subscribe(ignored -> judge());
        model.batch().form().subscribe(ignored -> judge());
    }

    Node node() {
        return row;
    }

    private void judge() {
        print.setDisable(model.printing().sheet().isEmpty());
    }

    private void print() {
        model.printing().sheet().ifPresent(sheet -> {
            FileChooser chooser = new FileChooser();
            chooser.setTitle(texts.text("paper.print-save"));
            chooser.getExtensionFilters().setAll(new FileChooser.ExtensionFilter("PDF", "*.pdf"));
            chooser.setInitialFileName(sheet.foot().replace('/', '-') + "-" + sheet.language() + ".pdf");
            File chosen = chooser.showSaveDialog(row.getScene().getWindow());
            if (chosen != null) {
                model.printing().print(sheet, chosen.toPath());
            }
        });
    }

    private void show(@Nullable Path file) {
        where.setText(file == null ? "" : texts.text("paper.printed", file.toString()));
        open.setVisible(file != null);
        open.setOnAction(event -> {
            if (file != null) {
                opener.accept(file);
            }
        });
    }
}
