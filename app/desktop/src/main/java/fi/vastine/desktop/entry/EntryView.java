package fi.vastine.desktop.entry;

import fi.vastine.contract.cases.Channel;
import fi.vastine.contract.cases.FeedbackKind;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.cases.Way;
import fi.vastine.desktop.control.ActionButton;
import fi.vastine.desktop.control.Icons;
import fi.vastine.desktop.control.Question;
import fi.vastine.desktop.control.UnitField;
import fi.vastine.desktop.entered.EnteredView;
import fi.vastine.desktop.entered.EnteredViewModel;
import fi.vastine.desktop.entry.EntryViewModel.Field;
import fi.vastine.desktop.entry.EntryViewModel.Hindrance;
import fi.vastine.desktop.shell.Choice;
import fi.vastine.desktop.shell.Shortcut;
import fi.vastine.desktop.text.Texts;
import fi.vastine.desktop.text.Times;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The form from the unit down to the one main button, all by keys. To be used on the screen's thread. */
public final class EntryView {
    private static final int ROWS = 6;

    private final EntryViewModel model;
    private final Texts texts;
    private final Times times;

    private final ScrollPane root = new ScrollPane();
    private final VBox page = new VBox();
    private final Label counts = new Label();
    private final Map<Field, VBox> questions = new EnumMap<>(Field.class);
    private final UnitField unit;
    private final DayField day;
    private final Choice<FeedbackKind> kind;
    private final TextArea text = new TextArea();
    private final TextField address = new TextField();
    private final StringProperty addressName = new SimpleStringProperty("");
    private final Label why = new Label();
    private final Label said = new Label();
    private final ActionButton keep;
    private boolean toWords;

    public EntryView(EntryViewModel model, EnteredViewModel entered, Texts texts, Times times) {
        this.model = model;
        this.texts = texts;
        this.times = times;
        day = new DayField(model, texts, times);
        kind = new Choice<>(List.of(FeedbackKind.values()), texts::liveWord, model.kind()::set);
        model.kind().subscribe(kind::show);
        unit = new UnitField(model.units(), model.unit(), "entry", texts, kind::requestFocus);
        keep = new ActionButton(
                Feather.CHECK, texts.live("entry.keep"), "Ctrl ↵", model::enter, ignored -> goToHindrance());
        keep.setId("entry-keep");
        keep.main();

        page.getChildren()
                .setAll(
                        header(),
                        question(Field.UNIT, "entry.unit", unit.button(), unit),
                        whenAndHow(),
                        question(Field.KIND, "entry.kind", kind, kind),
                        question(Field.TEXT, "entry.words", text, words()),
                        identityCode(),
                        reply(),
                        footer(),
                        new WaitingEntries(model, entered, texts, times),
                        new EnteredView(entered, each -> each.form() == null, texts));
        entered.lines().subscribe(model::recount);
        page.getStyleClass().add("entry-page");
        root.setContent(page);
        root.setFitToWidth(true);
        root.setFocusTraversable(false);
        root.setId("entry");
        follow();
    }

    public Parent node() {
        return root;
    }

    /** The keys that act while the form is shown. */
    public List<Shortcut> shortcuts() {
        var withControl = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);
        List<Shortcut> shortcuts = new ArrayList<>(List.of(new Shortcut(withControl, "entry.keep", keep::perform)));
        List<FeedbackKind> kinds = List.of(FeedbackKind.values());
        for (int each = 0; each < kinds.size(); each++) {
            FeedbackKind named = kinds.get(each);
            KeyCode digit = KeyCode.valueOf("DIGIT" + (each + 1));
            shortcuts.add(Shortcut.withControl(
                    digit, Texts.key(named), () -> model.kind().set(named)));
        }
        return shortcuts;
    }

    /** Goes to the words of what was said just now, at once or as soon as the form is shown. */
    public void takeDownSaid() {
        model.takeDownSaid();
        toWords = true;
        takeFocusIfShown();
    }

    /** Goes where the next customer's feedback begins: to the first thing that is not remembered. */
    private void takeFocusIfShown() {
        if (text.getScene() == null || model.form().get() == null) {
            return;
        }
        if (model.unit().get() == null) {
            unit.requestFocus();
        } else if (toWords || model.form().get().isBegun()) {
            text.requestFocus();
        } else {
            kind.requestFocus();
        }
        toWords = false;
        root.setVvalue(0);
    }

    private Node header() {
        Label title = new Label();
        title.textProperty().bind(texts.live("entry.title"));
        title.getStyleClass().add("title");
        counts.setId("entry-counts");
        counts.getStyleClass().add("muted");
        FlowPane header = new FlowPane(title, counts);
        header.getStyleClass().add("entry-header");
        return header;
    }

    private Node whenAndHow() {
        Choice<Channel> channel = new Choice<>(
                List.of(Channel.ORAL, Channel.PAPER),
                each -> texts.live(each == Channel.PAPER ? "entry.on-paper" : "entry.said"),
                model.channel()::set);
        model.channel().subscribe(channel::show);
        FlowPane row = new FlowPane(
                question("entry.channel", channel, channel), question(Field.DAY, "entry.day", day.field(), day));
        row.getStyleClass().add("entry-row");
        return row;
    }

    private Node words() {
        text.setId("entry-text");
        text.setWrapText(true);
        text.setPrefRowCount(ROWS);
        text.promptTextProperty().bind(texts.live("entry.words-help"));
        text.textProperty().bindBidirectional(model.text());
        text.editableProperty().bind(model.entering().not());
        text.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            boolean along = event.getCode() == KeyCode.TAB && !event.isControlDown();
            if (along) {
                event.consume();
                text.requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            }
        });
        return text;
    }

    private Node identityCode() {
        Label words = new Label();
        words.textProperty().bind(texts.live("entry.identity-code"));
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox band = new HBox(Icons.of(Feather.ALERT_TRIANGLE), words);
        band.setId("entry-identity-code");
        band.getStyleClass().addAll("band", "soon");
        band.visibleProperty().bind(model.identityCode());
        band.managedProperty().bind(band.visibleProperty());
        return band;
    }

    private Node reply() {
        Choice<Optional<Way>> ways = new Choice<>(
                List.of(Optional.empty(), Optional.of(Way.MAIL), Optional.of(Way.PHONE), Optional.of(Way.POST)),
                each -> each.map(texts::liveWord).orElseGet(() -> texts.live("entry.no-reply")),
                each -> model.way().set(each.orElse(null)));
        model.way().subscribe(now -> ways.show(Optional.ofNullable(now)));
        address.setId("entry-address");
        address.textProperty().bindBidirectional(model.address());
        TextField name = new TextField();
        name.setId("entry-name");
        name.textProperty().bindBidirectional(model.name());
        Choice<Language> language = Choice.ofLanguages(texts, model.language()::set);
        model.language().subscribe(language::show);
        FlowPane contact = new FlowPane(
                asked(Field.ADDRESS, new Question(addressName, address)),
                question("entry.name", name, name),
                question("entry.language", language, language));
        contact.getStyleClass().add("entry-row");
        contact.visibleProperty().bind(model.way().isNotNull());
        contact.managedProperty().bind(contact.visibleProperty());
        VBox reply = new VBox(question("entry.reply", ways, ways), contact);
        reply.getStyleClass().add("entry-reply");
        return reply;
    }

    private Node footer() {
        Button clear = new Button();
        clear.setId("entry-clear");
        clear.textProperty().bind(texts.live("entry.clear"));
        clear.getStyleClass().add("quiet");
        clear.setOnAction(ignored -> model.clear());
        why.setId("entry-why");
        why.getStyleClass().addAll("soon", "strong", "small");
        why.setWrapText(true);
        said.setId("entry-said");
        said.getStyleClass().addAll("muted", "small");
        said.setWrapText(true);
        FlowPane footer = new FlowPane(keep, clear, said);
        footer.getStyleClass().add("entry-footer");
        return footer;
    }

    private VBox question(Field field, String nameKey, Node labelled, Node answer) {
        return asked(field, question(nameKey, labelled, answer));
    }

    /** Where it is said what is wanting. */
    private VBox asked(Field field, VBox question) {
        questions.put(field, question);
        return question;
    }

    private Question question(String nameKey, Node labelled, Node answer) {
        return new Question(texts.live(nameKey), labelled, answer);
    }

    private void follow() {
        model.hindrance().subscribe(ignored -> showHindrance());
        model.savedAt().subscribe(ignored -> showSaid());
        model.enteredAt().subscribe(ignored -> showSaid());
        model.diskFull().subscribe(ignored -> showSaid());
        model.way().subscribe(ignored -> nameAddress());
        model.today().subscribe(ignored -> showCounts());
        model.waiting().subscribe(this::showCounts);
        model.form().subscribe((before, now) -> {
            why.setText("");
            takeFocusIfShown();
        });
        // The last field of the form comes into the window after those the focus may go to.
        text.sceneProperty().subscribe(ignored -> takeFocusIfShown());
        texts.language().subscribe(ignored -> {
            showHindrance();
            showSaid();
            nameAddress();
            showCounts();
        });
    }

    private void showCounts() {
        counts.setText(
                texts.text("entry.counts", model.today().get(), model.waiting().size()));
    }

    private void nameAddress() {
        addressName.set(
                switch (model.way().get()) {
                    case PHONE -> texts.text("entry.phone");
                    case POST -> texts.text("entry.post");
                    case MAIL, IN_PERSON -> texts.text("entry.mail");
                    case null -> texts.text("entry.mail");
                });
    }

    /** Says at the button's press what is wanted, and no longer than it is. */
    private void showHindrance() {
        Hindrance now = model.hindrance().get();
        keep.hinder(now == null ? null : texts.text(now.key()));
        if (!why.getText().isEmpty()) {
            boolean here = now != null && Objects.equals(questions.get(now.field()), why.getParent());
            why.setText(here ? texts.text(now.key()) : "");
        }
    }

    private void goToHindrance() {
        Hindrance now = model.hindrance().get();
        if (now != null) {
            why.setText(texts.text(now.key()));
            VBox question = Objects.requireNonNull(questions.get(now.field()));
            if (!question.equals(why.getParent())) {
                question.getChildren().add(why);
            }
            switch (now.field()) {
                case UNIT -> unit.requestFocus();
                case DAY -> day.field().requestFocus();
                case KIND -> kind.requestFocus();
                case TEXT -> text.requestFocus();
                case ADDRESS -> address.requestFocus();
            }
            reveal(question);
        }
    }

    /** Tab brings a field into sight by itself; whatever else leads to one has to. */
    private void reveal(Node field) {
        double beyond = page.getHeight() - root.getViewportBounds().getHeight();
        double top =
                page.sceneToLocal(field.localToScene(field.getBoundsInLocal())).getMinY();
        if (beyond > 0) {
            root.setVvalue(Math.clamp(top / beyond, 0, 1));
        }
    }

    private void showSaid() {
        said.getStyleClass().removeAll("late", "muted", "done");
        var saved = model.savedAt().get();
        var entered = model.enteredAt().get();
        if (model.diskFull().get()) {
            said.getStyleClass().add("late");
            said.setText(texts.text("entry.disk-full"));
        } else if (saved != null) {
            said.getStyleClass().add("muted");
            said.setText(texts.text("entry.draft-kept", times.clock(saved)));
        } else if (entered != null) {
            said.getStyleClass().add("done");
            said.setText(texts.text("entry.kept-at", times.clock(entered)));
        } else {
            said.setText("");
        }
    }
}
