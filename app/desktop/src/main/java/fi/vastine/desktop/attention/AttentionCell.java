package fi.vastine.desktop.attention;

import fi.vastine.core.cases.CaseRow;
import fi.vastine.core.session.Attention.Item;
import fi.vastine.desktop.control.Ends;
import fi.vastine.desktop.control.Icons;
import fi.vastine.desktop.control.WrappingCell;
import fi.vastine.desktop.text.Texts;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** One item in the list: what was meant, where, why not, and the beginning of what the customer wrote. */
final class AttentionCell extends WrappingCell<Item> {
    private final AttentionViewModel model;
    private final Texts texts;
    private final AttentionWords words;

    /**
     * @param onClick what follows when an item is clicked, which has been chosen then
     */
    AttentionCell(AttentionViewModel model, Texts texts, AttentionWords words, Runnable onClick) {
        this.model = model;
        this.texts = texts;
        this.words = words;
        getStyleClass().add("inbox-cell");
        setOnMousePressed(event -> {
            if (getItem() != null) {
                model.choose(getItem());
            }
        });
        setOnMouseClicked(event -> onClick.run());
    }

    @Override
    protected void updateItem(@Nullable Item item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        String unit = AttentionView.unitName(item, model, texts);
        String meant = words.command(item.command());
        Label about = new Label(
                unit == null ? meant : texts.text("attention.about", meant, unit),
                Icons.of(AttentionView.icon(item.command())));
        about.getStyleClass().add("inbox-about");
        about.setWrapText(true);
        Label why = new Label(words.reason(item.outcome()), Icons.of(Feather.ALERT_CIRCLE));
        why.getStyleClass().addAll("inbox-due", AttentionWords.tone(item.outcome()));
        why.setWrapText(true);
        Label excerpt = new Label(
                model.book().get().row(item.caseId()).map(CaseRow::excerpt).orElseGet(() -> whereNoCaseIs(item)));
        excerpt.setWrapText(true);
        excerpt.getStyleClass().addAll("inbox-words", "may-clip");
        VBox entry = new VBox(new Ends(about, why), excerpt);
        entry.getStyleClass().add("inbox-entry");
        setGraphic(entry);
        setAccessibleText(about.getText() + ". " + why.getText() + ". " + excerpt.getText());
    }

    private String whereNoCaseIs(Item item) {
        String campaign = words.campaign(item.command(), model.book().get().reference());
        return campaign.isEmpty() ? texts.text("attention.case-not-here") : campaign;
    }
}
