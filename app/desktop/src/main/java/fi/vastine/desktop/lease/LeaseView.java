package fi.vastine.desktop.lease;

import fi.vastine.desktop.control.Icons;
import fi.vastine.desktop.text.Texts;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Asks for a contact with the backend, says why, and that nothing is lost. */
public final class LeaseView extends ScrollPane {

    /**
     * Says it in the language of the moment.
     *
     * @param days for how many days cases are shown without a contact
     * @param tryNow tries the backend at once
     */
    public LeaseView(Texts texts, int days, Runnable tryNow) {
        setId("lease");
        setFitToWidth(true);
        setFitToHeight(true);
        Label title = new Label();
        title.textProperty().bind(texts.live("lease.title"));
        title.getStyleClass().add("title");
        Button again = new Button();
        again.setId("lease-again");
        again.textProperty().bind(texts.live("shell.try-again"));
        again.getStyleClass().add("accent");
        again.setOnAction(event -> tryNow.run());
        VBox page = new VBox(
                Icons.of(Feather.WIFI_OFF),
                title,
                paragraph(texts.live("lease.why", days)),
                paragraph(texts.live("lease.safe")),
                again);
        page.getStyleClass().add("lease");
        page.setAlignment(Pos.CENTER);
        setContent(page);
    }

    private static Label paragraph(ObservableValue<String> words) {
        Label paragraph = new Label();
        paragraph.textProperty().bind(words);
        paragraph.setWrapText(true);
        paragraph.setMinHeight(USE_PREF_SIZE);
        return paragraph;
    }
}
