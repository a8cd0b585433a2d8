package fi.vastine.desktop.shell;

import fi.vastine.desktop.text.Texts;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The troubles, above what is being worked on, until each is put right or put aside. */
final class TroublesView extends VBox {

    private final ShellViewModel shell;
    private final Texts texts;

    TroublesView(ShellViewModel shell) {
        this.shell = shell;
        this.texts = shell.texts();
        getStyleClass().add("troubles");
        shell.troubles().subscribe(this::show);
        show();
    }

    private void show() {
        getChildren().setAll(shell.troubles().stream().map(this::band).toList());
        setManaged(!getChildren().isEmpty());
    }

    private Node band(Trouble trouble) {
        Label text = new Label();
        text.textProperty().bind(texts.live(trouble.key(), trouble.arguments().toArray()));
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        boolean alarm = trouble.tone() == Trouble.Tone.ALARM;
        HBox band = new HBox(new FontIcon(alarm ? Feather.ALERT_CIRCLE : Feather.KEY), text);
        band.getStyleClass().addAll("band", alarm ? "late" : "accented", "trouble");

        Trouble.Remedy remedy = trouble.remedy();
        if (remedy != null) {
            Button button = new Button();
            button.setId("remedy");
            button.textProperty().bind(texts.live(remedy.nameKey()));
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(ignored -> {
                shell.solved(trouble.key());
                remedy.act().run();
            });
            band.getChildren().add(button);
        }
        Button aside = new Button();
        aside.getStyleClass().add("quiet");
        aside.setGraphic(new FontIcon(Feather.X));
        aside.accessibleTextProperty().bind(texts.live("shell.put-aside"));
        aside.setOnAction(ignored -> shell.solved(trouble.key()));
        band.getChildren().add(aside);
        return band;
    }
}
