package fi.vastine.desktop.reply;

import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.cases.ReplyWish;
import fi.vastine.contract.cases.Review;
import fi.vastine.contract.cases.ReviewState;
import fi.vastine.contract.cases.Way;
import fi.vastine.contract.reference.Person;
import fi.vastine.core.session.Reminder;
import fi.vastine.desktop.control.ActionButton;
import fi.vastine.desktop.control.Chooser;
import fi.vastine.desktop.control.Icons;
import fi.vastine.desktop.reply.ReplyViewModel.Hindrance;
import fi.vastine.desktop.reply.Templates.Choice;
import fi.vastine.desktop.text.Masked;
import fi.vastine.desktop.text.Texts;
import fi.vastine.desktop.text.Times;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.SetChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The editor below the customer's text, or the line that says a reply is about to go. To be used on the screen's thread. */
public final class ReplyView {
    private static final int ROWS_SAID = 3;

    private final ReplyViewModel model;
    private final Texts texts;
    private final Times times;

    private final VBox root = new VBox();
    private final VBox editor = new VBox();
    private final HBox going = new HBox();
    private final Button contact = new Button();
    private final ComboBox<Language> language = new ComboBox<>();
    private final ComboBox<Choice> template = new ComboBox<>();
    private final StringProperty recordWords = new SimpleStringProperty("");
    private final Label saved = new Label();
    private final Label review = new Label();
    private final BlankArea blankArea;
    private final FlowPane footer = new FlowPane();
    private final Label why = new Label();
    private final StackPane panel = new StackPane();
    private final ActionButton send;
    private final ActionButton record;
    private final ActionButton ask;
    private boolean refilling;

    public ReplyView(ReplyViewModel model, Texts texts, Times times) {
        this.model = model;
        this.texts = texts;
        this.times = times;
        blankArea = new BlankArea(model::blanks);
        send = new ActionButton(Feather.SEND, texts.live("reply.send"), "", model::send, ignored -> goToHindrance());
        send.setId("reply-send");
        record = new ActionButton(Feather.PHONE, recordWords, "", this::recordAnswer, ignored -> {});
        record.setId("reply-record");
        ask = new ActionButton(Feather.EYE, texts.live("reply.ask-review"), "", this::openReviewers, ignored -> {});
        ask.setId("reply-ask-review");
        makeEditor();
        makeGoing();
        root.getChildren().addAll(going, editor);
        root.managedProperty().bind(root.visibleProperty());
        root.visibleProperty().bind(editor.visibleProperty().or(going.visibleProperty()));
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::closeOnEscape);
        follow();
    }

    public Parent node() {
        return root;
    }

    private void makeEditor() {
        editor.getStyleClass().add("reply");
        editor.setId("reply");
        editor.managedProperty().bind(editor.visibleProperty());
        TextArea area = blankArea.area();
        area.setId("reply-text");
        area.accessibleTextProperty().bind(texts.live("reply.text"));
        area.promptTextProperty().bind(texts.live("reply.said-prompt"));
        area.textProperty().bindBidirectional(model.text());
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        review.getStyleClass().addAll("reply-review", "small");
        review.setWrapText(true);
        review.managedProperty().bind(review.visibleProperty());
        panel.managedProperty().bind(panel.visibleProperty());
        panel.setVisible(false);
        editor.getChildren().addAll(header(), review, blankArea, reminders(), footer(), panel);
    }

    private Node header() {
        contact.setId("reply-contact");
        contact.getStyleClass().addAll("chip", "chip-button");
        contact.setContentDisplay(ContentDisplay.RIGHT);
        contact.setOnAction(event -> model.showContact());
        language.setId("reply-language");
        language.getItems().setAll(Language.values());
        language.setConverter(new Shown<>(each -> each == null ? "" : ownName(each)));
        language.valueProperty().bindBidirectional(model.language());
        language.accessibleTextProperty().bind(texts.live("reply.language"));
        template.setId("reply-template");
        template.setConverter(new Shown<>(this::templateName));
        template.accessibleTextProperty().bind(texts.live("reply.template"));
        template.setOnAction(event -> {
            Choice chosen = template.getValue();
            if (!refilling && chosen != null) {
                model.template().set(chosen);
            }
        });
        saved.setId("reply-saved");
        saved.getStyleClass().addAll("muted", "small");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button close = new Button();
        close.setGraphic(Icons.of(Feather.X));
        close.accessibleTextProperty().bind(texts.live("reply.close"));
        close.getStyleClass().addAll("quiet", "reply-close");
        close.setId("reply-close");
        close.setOnAction(event -> model.close());
        FlowPane choices = new FlowPane(
                part("reply.to", contact), part("reply.language", language), part("reply.template", template));
        choices.getStyleClass().add("reply-choices");
        HBox.setHgrow(choices, Priority.ALWAYS);
        HBox header = new HBox(choices, saved, close);
        header.getStyleClass().add("reply-header");
        header.setAlignment(Pos.CENTER_LEFT);
        return header;
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

    private Node reminders() {
        FlowPane row = new FlowPane();
        row.getStyleClass().add("reply-reminders");
        for (Reminder reminder : Reminder.values()) {
            CheckBox box = new CheckBox();
            box.textProperty().bind(texts.liveWord(reminder));
            box.setOnAction(event -> {
                if (box.isSelected()) {
                    model.ticked().add(reminder);
                } else {
                    model.ticked().remove(reminder);
                }
            });
            model.ticked().addListener((SetChangeListener<Reminder>)
                    change -> box.setSelected(change.getSet().contains(reminder)));
            row.getChildren().add(box);
        }
        return row;
    }

    private Node footer() {
        why.setId("reply-why");
        why.getStyleClass().addAll("soon", "strong", "small");
        why.setWrapText(true);
        footer.getStyleClass().add("reply-footer");
        return footer;
    }

    private void makeGoing() {
        Label words = new Label();
        words.textProperty().bind(texts.live("reply.going"));
        words.getStyleClass().add("strong");
        words.setWrapText(true);
        going.getChildren().addAll(Icons.of(Feather.SEND), words);
        going.getStyleClass().addAll("band", "soon");
        going.setAlignment(Pos.CENTER_LEFT);
        going.managedProperty().bind(going.visibleProperty());
    }

    private void follow() {
        model.active().subscribe(open -> {
            editor.setVisible(open);
            if (open) {
                begin();
            }
        });
        model.sending().subscribe(sending -> going.setVisible(sending != null));
        model.savedAt().subscribe(ignored -> showSaved());
        model.diskFull().subscribe(ignored -> showSaved());
        model.hindrance().subscribe(ignored -> showHindrance());
        model.contactShown().subscribe(ignored -> showContact());
        model.review().subscribe(ignored -> showReview());
        model.template().subscribe(ignored -> fillTemplates());
        model.language().subscribe(ignored -> fillTemplates());
        texts.language().subscribe(ignored -> {
            showSaved();
            showHindrance();
            showContact();
            showReview();
            fillTemplates();
            nameRecord();
        });
    }

    private void nameRecord() {
        recordWords.set(
                switch (model.way()) {
                    case MAIL, PHONE -> texts.text("reply.answered-by-phone");
                    case POST -> texts.text("reply.answered-by-letter");
                    case IN_PERSON -> texts.text("reply.answered-in-person");
                });
    }

    private void begin() {
        closePanel();
        showContact();
        fillTemplates();
        showActions();
        nameRecord();
        showReview();
        TextArea area = blankArea.area();
        model.blankAfter(0).ifPresentOrElse(blank -> area.selectRange(blank.start(), blank.end()), area::end);
        area.requestFocus();
    }

    /** The main action is the one the customer's wish asks for. */
    private void showActions() {
        boolean mail = model.way() == Way.MAIL;
        boolean prefilled = mail || model.way() == Way.POST;
        send.getStyleClass().remove("main");
        record.getStyleClass().remove("main");
        (mail ? send : record).main();
        footer.getChildren().clear();
        if (mail) {
            footer.getChildren().addAll(send, ask, record, why);
        } else {
            footer.getChildren().addAll(record, why);
        }
        why.setVisible(mail);
        template.setVisible(prefilled);
        language.setVisible(prefilled);
    }

    private void recordAnswer() {
        if (model.way() == Way.MAIL) {
            openSaid();
        } else {
            model.recordAnswer(model.way(), model.text().get());
        }
    }

    /** Who wished a mail and was answered otherwise: how, and what was said. */
    private void openSaid() {
        ToggleGroup group = new ToggleGroup();
        FlowPane ways = new FlowPane();
        ways.getStyleClass().add("case-buttons");
        for (Way way : List.of(Way.PHONE, Way.POST, Way.IN_PERSON)) {
            ToggleButton button = new ToggleButton(texts.word(way));
            button.getStyleClass().add("tab-word");
            button.setToggleGroup(group);
            button.setUserData(way);
            button.setSelected(way == Way.PHONE);
            ways.getChildren().add(button);
        }
        TextArea said = new TextArea();
        said.setId("reply-said");
        said.setPrefRowCount(ROWS_SAID);
        said.setWrapText(true);
        said.setPromptText(texts.text("reply.said-prompt"));
        said.setAccessibleText(texts.text("reply.said-prompt"));
        Button done = new Button(texts.text("reply.record"), Icons.of(Feather.CHECK));
        done.getStyleClass().add("main");
        done.setId("reply-record-done");
        done.setOnAction(event -> {
            if (group.getSelectedToggle() != null && group.getSelectedToggle().getUserData() instanceof Way way) {
                model.recordAnswer(way, said.getText());
            }
        });
        openPanel("reply.how-answered", said, ways, said, buttons(done));
    }

    private void openReviewers() {
        List<Person> colleagues = model.reference().people().values().stream()
                .filter(person -> !person.id().equals(model.writer()))
                .sorted(Comparator.comparing(Person::name))
                .toList();
        Chooser<Person> chooser = new Chooser<>(
                colleagues,
                person -> person.title() == null ? person.name() : person.name() + ", " + person.title(),
                texts.live("reply.choose-colleague"));
        Button request = new Button(texts.text("reply.ask"), Icons.of(Feather.EYE));
        request.getStyleClass().add("main");
        request.setId("reply-ask");
        request.setOnAction(event -> {
            Person chosen = chooser.chosen();
            if (chosen == null) {
                chooser.requestFocus();
            } else {
                model.askReview(chosen.id());
                closePanel();
            }
        });
        openPanel("reply.who-reads", chooser, chooser, buttons(request));
    }

    private FlowPane buttons(Button first) {
        Button cancel = new Button(texts.text("reply.cancel"));
        cancel.getStyleClass().add("quiet");
        cancel.setOnAction(event -> closePanel());
        FlowPane buttons = new FlowPane(first, cancel);
        buttons.getStyleClass().add("case-buttons");
        return buttons;
    }

    private void openPanel(String titleKey, Node focus, Node... nodes) {
        Label title = new Label(texts.text(titleKey));
        title.getStyleClass().add("strong");
        VBox box = new VBox(title);
        box.getChildren().addAll(nodes);
        box.getStyleClass().add("reply-panel");
        panel.getChildren().setAll(box);
        panel.setVisible(true);
        focus.requestFocus();
    }

    private void closePanel() {
        panel.getChildren().clear();
        panel.setVisible(false);
    }

    private void onKey(KeyEvent event) {
        TextArea area = blankArea.area();
        if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
            var blank = event.isShiftDown()
                    ? model.blankBefore(area.getSelection().getStart())
                    : model.blankAfter(area.getSelection().getEnd());
            blank.ifPresentOrElse(
                    next -> area.selectRange(next.start(), next.end()),
                    () -> area.requestFocusTraversal(
                            event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT));
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
            send.perform();
            event.consume();
        }
    }

    private void closeOnEscape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && model.active().get()) {
            if (panel.isVisible()) {
                closePanel();
                blankArea.area().requestFocus();
            } else {
                model.close();
            }
            event.consume();
        }
    }

    /** A press on a button that cannot send leads to what hinders it. */
    private void goToHindrance() {
        TextArea area = blankArea.area();
        model.blankAfter(0).ifPresent(blank -> {
            area.requestFocus();
            area.selectRange(blank.start(), blank.end());
        });
    }

    private void showHindrance() {
        Hindrance hindrance = model.hindrance().get();
        String words = hindrance == null ? null : texts.text(hindrance.key(), hindrance.count());
        why.setText(words == null ? "" : words);
        send.hinder(words);
    }

    private void showSaved() {
        Instant at = model.savedAt().get();
        if (model.diskFull().get()) {
            saved.setText(texts.text("reply.disk-full"));
        } else {
            saved.setText(at == null ? "" : texts.text("reply.saved", times.clock(at)));
        }
    }

    private void showContact() {
        FeedbackCase shown = model.shown().get();
        ReplyWish wish = shown == null ? null : shown.replyWish();
        if (wish != null) {
            boolean open = model.contactShown().get();
            contact.setText(open ? wish.address() : Masked.contact(wish));
            contact.setGraphic(Icons.of(open ? Feather.EYE_OFF : Feather.EYE));
            contact.setAccessibleText(texts.text(open ? "reply.hide-contact" : "reply.show-contact"));
        }
    }

    private void showReview() {
        Review now = model.review().get();
        review.setVisible(now != null);
        if (now != null) {
            String name = model.reference().personName(now.reviewer());
            String comment = now.comment() == null ? "" : now.comment();
            review.setText(
                    switch (now.state()) {
                        case ASKED -> texts.text("reply.review-waits", name);
                        case APPROVED -> texts.text("reply.review-approved", name);
                        case RETURNED -> texts.text("reply.review-returned", name, comment);
                    });
            review.setGraphic(Icons.of(now.state() == ReviewState.APPROVED ? Feather.CHECK_CIRCLE : Feather.EYE));
        }
    }

    private void fillTemplates() {
        refilling = true;
        model.templates()
                .ifPresent(templates -> template.getItems()
                        .setAll(templates.choices(model.language().get())));
        template.setValue(null);
        template.setValue(model.template().get());
        refilling = false;
    }

    private String templateName(@Nullable Choice choice) {
        if (choice == null) {
            return "";
        }
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

    /** Only shows; nothing is typed into these lists. */
    private static final class Shown<T> extends StringConverter<T> {
        private final Function<@Nullable T, String> name;

        Shown(Function<@Nullable T, String> name) {
            this.name = name;
        }

        @Override
        public String toString(@Nullable T value) {
            return name.apply(value);
        }

        @Override
        public @Nullable T fromString(String typed) {
            return null;
        }
    }
}
