package fi.vastine.desktop.campaign;

import fi.vastine.contract.reference.Campaign;
import fi.vastine.core.session.Campaigns.Shown;
import fi.vastine.desktop.control.Ends;
import fi.vastine.desktop.control.Icons;
import fi.vastine.desktop.control.WrappingCell;
import fi.vastine.desktop.shell.Front;
import fi.vastine.desktop.text.Texts;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One campaign in the list: its name, where in its days it is, and the response so far. */
final class CampaignCell extends WrappingCell<Shown> {
    private final CampaignsViewModel model;
    private final Texts texts;
    private final CampaignWords words;

    CampaignCell(CampaignsViewModel model, Texts texts, CampaignWords words) {
        this.model = model;
        this.texts = texts;
        this.words = words;
        getStyleClass().add("inbox-cell");
        setOnMouseClicked(event -> {
            if (getItem() != null) {
                model.choose(getItem());
                model.front().set(Front.DETAIL);
            }
        });
    }

    @Override
    protected void updateItem(@Nullable Shown line, boolean empty) {
        super.updateItem(line, empty);
        if (empty || line == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        Campaign campaign = line.campaign();
        Phase phase = Phase.of(campaign, words.today());
        Label state = label(words.phase(phase), "inbox-due");
        state.setGraphic(Icons.of(CampaignWords.icon(phase)));
        if (phase == Phase.RUNNING) {
            state.getStyleClass().add("accented");
        }
        Label about = label(texts.text("campaign.about", words.days(campaign), words.units(campaign)), "inbox-about");
        Label name = label(campaign.name(), "inbox-words");
        int target = campaign.target() * campaign.units().size();
        String count = words.answers(model.responses().get().of(campaign.id()), target);
        Label answers = label(
                line.waits() ? texts.text("campaign.about", count, texts.text("campaign.waits")) : count,
                "inbox-about");
        VBox entry = new VBox(new Ends(about, state), name, answers);
        entry.getStyleClass().add("inbox-entry");
        setGraphic(entry);
        setAccessibleText(name.getText() + ". " + state.getText() + ". " + about.getText() + ". " + answers.getText());
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add(style);
        return label;
    }
}
