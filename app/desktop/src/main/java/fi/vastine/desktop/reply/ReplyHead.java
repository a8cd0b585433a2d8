package fi.vastine.desktop.reply;

import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.cases.ReplyWish;
import fi.vastine.contract.cases.Way;
import fi.vastine.desktop.control.ChipMenu;
import fi.vastine.desktop.control.Ends;
import fi.vastine.desktop.control.Icons;
import fi.vastine.desktop.reply.Templates.Choice;
import fi.vastine.desktop.text.Masked;
import fi.vastine.desktop.text.Texts;
import fi.vastine.desktop.text.Times;
import java.time.Instant;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** The top of the editor: to whom, in which language, from which paragraph, and since when it is kept. */
final class ReplyHead {
    /** Whatever the choices take, the button that closes stays beside them. */
    private static final double ENOUGH = 0.5;

    private final ReplyViewModel model;
    private final DraftInWork draft;
    private final Texts texts;
    private final Times times;
    private final Button contact = new Button();
    private final ChipMenu<Language> language;
    private final ChipMenu<Choice> template;
    private final Label saved = new Label();
    private final Ends node;

    ReplyHead(ReplyViewModel model, Texts texts, Times times) {
        this.model = model;
        this.draft = model.draft();
        this.texts = texts;
        this.times = times;
        contact.setId("reply-contact");
        contact.getStyleClass().addAll("chip", "chip-button");
        contact.setContentDisplay(ContentDisplay.RIGHT);
        contact.setOnAction(event -> model.hidden().showContact());
        language = new ChipMenu<>(
                texts.live("reply.language"),
                ReplyHead::ownName,
                chosen -> draft.language().set(chosen));
        language.setId("reply-language");
        template = new ChipMenu<>(
                texts.live("reply.template"),
                this::templateName,
                chosen -> draft.template().set(chosen));
        template.setId("reply-template");
        saved.setId("reply-saved");
        saved.getStyleClass().addAll("muted", "small");
        saved.setWrapText(true);
        saved.managedProperty().bind(saved.textProperty().isNotEmpty());
        FlowPane choices = new FlowPane(
                part("reply.to", contact), part("reply.language", language), part("reply.template", template));
        choices.getStyleClass().add("reply-choices");
        choices.setAlignment(Pos.CENTER_LEFT);
        // Not in an HBox: that measures a flow's height for the width it would like, which is not the one it gets.
        node = new Ends(new Ends(choices, saved), closeButton(), ENOUGH);
        node.getStyleClass().add("reply-header");
        draft.autosave().savedAt().subscribe(ignored -> showSaved());
        draft.autosave().diskFull().subscribe(ignored -> showSaved());
        model.hidden().contactShown().subscribe(ignored -> showContact());
        draft.template().subscribe(ignored -> showChoices());
        draft.language().subscribe(ignored -> showChoices());
        texts.language().subscribe(ignored -> show());
    }

    Node node() {
        return node;
    }

    /** Shows the case that is answered now. */
    void show() {
        showContact();
        showChoices();
        showSaved();
    }

    private Button closeButton() {
        Button close = new Button();
        close.setGraphic(Icons.of(Feather.X));
        close.accessibleTextProperty().bind(texts.live("reply.close"));
        close.getStyleClass().addAll("quiet", "reply-close");
        close.setId("reply-close");
        close.setOnAction(event -> model.close());
        return close;
    }

    private Node part(String key, Node control) {
        Label label = new Label();
        label.textProperty().bind(texts.live(key));
        label.getStyleClass().addAll("muted", "small");
        label.setMinWidth(Region.USE_PREF_SIZE);
        HBox part = new HBox(label, control);
        part.getStyleClass().add("reply-part");
        part.setAlignment(Pos.CENTER_LEFT);
        part.visibleProperty().bind(control.visibleProperty());
        part.managedProperty().bind(control.visibleProperty());
        return part;
    }

    private void showSaved() {
        Instant at = draft.autosave().savedAt().get();
        saved.getStyleClass().removeAll("late", "muted");
        saved.getStyleClass().add(draft.autosave().diskFull().get() ? "late" : "muted");
        if (draft.autosave().diskFull().get()) {
            saved.setText(texts.text("reply.disk-full"));
        } else {
            saved.setText(at == null ? "" : texts.text("reply.saved", times.clock(at)));
        }
    }

    private void showContact() {
        FeedbackCase shown = model.shown().get();
        ReplyWish wish = shown == null ? null : shown.replyWish();
        if (wish != null) {
            boolean open = model.hidden().contactShown().get();
            contact.setText(open ? wish.address() : Masked.contact(wish));
            contact.setGraphic(Icons.of(open ? Feather.EYE_OFF : Feather.EYE));
            contact.setAccessibleText(texts.text(open ? "reply.hide-contact" : "reply.show-contact"));
        }
    }

    /** Language and paragraph are chosen where there is a text to begin from: for a mail or a letter. */
    private void showChoices() {
        boolean prefilled = draft.way() == Way.MAIL || draft.way() == Way.POST;
        language.setVisible(prefilled);
        template.setVisible(prefilled);
        language.show(List.of(Language.values()), draft.language().get());
        template.show(
                draft.templates()
                        .map(all -> all.choices(draft.language().get()))
                        .orElse(List.of()),
                draft.template().get());
    }

    private String templateName(Choice choice) {
        return choice.theme() == null
                ? texts.text("reply.general")
                : model.reference().themeName(choice.theme(), texts.language().get());
    }

    private static String ownName(Language language) {
        return switch (language) {
            case FI -> "suomi";
            case SV -> "svenska";
            case EN -> "English";
        };
    }
}
