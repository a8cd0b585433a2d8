package fi.vastine.desktop.campaign;

import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.reference.Campaign;
import fi.vastine.core.session.Campaigns.Shown;
import fi.vastine.desktop.control.Icons;
import fi.vastine.desktop.text.Texts;
import java.text.Collator;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** One campaign: what it asks where and when, the response of each unit, and the way to end it. */
final class CampaignPage extends VBox {
    private final CampaignsViewModel model;
    private final Campaign campaign;
    private final Phase phase;
    private final Texts texts;
    private final CampaignWords words;
    private final VBox answers = new VBox();
    private final VBox ending = new VBox();

    CampaignPage(CampaignsViewModel model, Shown shown, Texts texts, CampaignWords words) {
        this.model = model;
        this.campaign = shown.campaign();
        this.phase = Phase.of(campaign, words.today());
        this.texts = texts;
        this.words = words;
        getStyleClass().add("campaign-page");
        Label title = label(campaign.name(), "title");
        Label state = label(words.phase(phase), phase == Phase.RUNNING ? "accented" : "muted");
        state.setGraphic(Icons.of(CampaignWords.icon(phase)));
        state.setId("campaign-state");
        VBox about = new VBox(
                label(texts.text("campaign.about", words.days(campaign), words.units(campaign)), "medium"),
                label(texts.text("campaign.form-is", words.form(campaign, model.reference())), "muted"),
                label(words.who(campaign, model.reference()), "muted"),
                label(
                        campaign.target() == 0
                                ? texts.text("campaign.no-target")
                                : texts.text("campaign.target-is", campaign.target()),
                        "muted"));
        about.getStyleClass().add("campaign-about");
        if (shown.waits()) {
            Label waits = label(texts.text("campaign.waits"), "muted");
            waits.setGraphic(Icons.of(Feather.UPLOAD_CLOUD));
            about.getChildren().addFirst(waits);
        }
        answers.getStyleClass().add("campaign-units");
        showAnswers();
        getChildren().setAll(title, state, about, answers);
        if (phase.isOpen()) {
            ending.getStyleClass().add("campaign-ending");
            offerEnd();
            getChildren().add(ending);
        }
        Label full = label(texts.text("campaign.disk-full"), "late");
        full.visibleProperty().bind(model.diskFull());
        full.managedProperty().bind(model.diskFull());
        getChildren().add(full);
    }

    /** The response as it is now; what is asked on the page goes on. */
    void showAnswers() {
        Collator alphabet = Collator.getInstance(texts.locale());
        answers.getChildren().setAll(label(texts.text("campaign.by-unit"), "strong"));
        campaign.units().stream()
                .sorted((one, other) -> alphabet.compare(model.unitName(one), model.unitName(other)))
                .forEach(unit -> answers.getChildren().add(answers(unit)));
        answers.getChildren().add(label(texts.text("campaign.counted"), "small", "muted"));
    }

    private Node answers(UnitId unit) {
        int count = model.responses().get().of(campaign.id(), unit);
        Label name = label(model.unitName(unit), "medium");
        Label said = label(words.answers(count, campaign.target()), "muted");
        said.setId("campaign-answers-" + unit.value());
        VBox row = new VBox(name, said);
        if (campaign.target() > 0) {
            ProgressBar bar = new ProgressBar(Math.min(1, (double) count / campaign.target()));
            bar.setMaxWidth(Double.MAX_VALUE);
            bar.setAccessibleText(name.getText() + ": " + said.getText());
            row.getChildren().add(1, bar);
        }
        row.getStyleClass().add("campaign-unit");
        return row;
    }

    /** What has ended stays so: it is asked once, in the button's own place. */
    private void offerEnd() {
        Button end = button(
                phase == Phase.RUNNING ? "campaign.end" : "campaign.call-off", "campaign-end", this::askWhetherToEnd);
        ending.getChildren().setAll(end);
    }

    private void askWhetherToEnd() {
        boolean runs = phase == Phase.RUNNING;
        Label sure = label(texts.text(runs ? "campaign.end-sure" : "campaign.call-off-sure"), "strong");
        Button yes = button(
                runs ? "campaign.end-yes" : "campaign.call-off-yes", "campaign-end-yes", () -> model.end(campaign));
        Button no = button("campaign.end-no", "campaign-end-no", () -> {
            offerEnd();
            ending.getChildren().getFirst().requestFocus();
        });
        FlowPane answers = new FlowPane(yes, no);
        answers.getStyleClass().add("campaign-row");
        ending.getChildren().setAll(sure, answers);
        no.requestFocus();
    }

    private Button button(String key, String id, Runnable action) {
        Button button = new Button(texts.text(key));
        button.setId(id);
        button.setOnAction(event -> action.run());
        return button;
    }

    private static Label label(String text, String... styles) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().addAll(styles);
        return label;
    }
}
