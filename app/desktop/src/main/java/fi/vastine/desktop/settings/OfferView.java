package fi.vastine.desktop.settings;

import fi.vastine.core.policy.Setting;
import fi.vastine.desktop.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** Asks whether a file of settings that was opened is to hold, having shown what it would set. */
public final class OfferView extends ScrollPane {

    public OfferView(OfferViewModel offer, Texts texts, Runnable away) {
        setId("offer");
        Label title = Sentences.plain(texts.live("offer.title"));
        title.getStyleClass().add("title");
        VBox page = new VBox(title, Sentences.plain(texts.live(offer.isOfUse() ? "offer.help" : "offer.no-use")));
        offer.settings().forEach(each -> page.getChildren().add(row(each, offer, texts)));
        if (offer.saysMore()) {
            page.getChildren().add(Sentences.quiet(texts.live("offer.says-more")));
        }
        Button accept = new Button();
        accept.setId("offer-accept");
        accept.getStyleClass().add("main");
        accept.textProperty().bind(texts.live("offer.accept"));
        accept.setOnAction(ignored -> offer.accept());
        accept.setVisible(offer.isOfUse());
        accept.setManaged(offer.isOfUse());
        Button decline = new Button();
        decline.setId("offer-decline");
        decline.textProperty().bind(texts.live(offer.isOfUse() ? "offer.decline" : "shell.close"));
        decline.setOnAction(ignored -> away.run());
        FlowPane buttons = new FlowPane(accept, decline);
        buttons.getStyleClass().add("settings-fields");
        page.getChildren().addAll(buttons, Sentences.live("offer-said", offer.saidKey(), texts));
        page.getStyleClass().add("settings-page");
        setContent(page);
        setFitToWidth(true);
        setFocusTraversable(false);
    }

    private static Node row(Setting setting, OfferViewModel offer, Texts texts) {
        Label name = Sentences.plain(texts.liveWord(setting.key()));
        name.getStyleClass().add("strong");
        Label value = new Label(OfferViewModel.valueOf(setting));
        value.setWrapText(true);
        value.setMinHeight(USE_PREF_SIZE);
        VBox row = new VBox(name, value);
        if (offer.isManaged(setting)) {
            row.getChildren()
                    .add(Sentences.quiet(
                            Bindings.createStringBinding(() -> texts.text("offer.managed"), texts.language())));
        }
        row.getStyleClass().add("settings-question");
        return row;
    }
}
