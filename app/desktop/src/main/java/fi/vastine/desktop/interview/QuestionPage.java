package fi.vastine.desktop.interview;

import fi.vastine.contract.cases.Given;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.form.FormImage;
import fi.vastine.contract.form.FormItem;
import fi.vastine.contract.form.ItemKind;
import fi.vastine.contract.reference.Names;
import fi.vastine.core.session.Interview;
import fi.vastine.desktop.control.Drawing;
import fi.vastine.desktop.control.Icons;
import fi.vastine.desktop.shell.Choice;
import fi.vastine.desktop.text.Texts;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** One question, large, with its answers; whoever reads it aloud sees what may be said. */
final class QuestionPage implements Page {
    /** 32 points: however little room there is, the question is never smaller. */
    private static final double LEAST_WORDS = 43;

    private static final double HIGHEST_IMAGE = 180;

    private final InterviewViewModel model;
    private final Texts texts;
    private final Side side;
    private final Interview interview;
    private final FormItem item;
    private final Consumer<Runnable> inTurn;
    private final AnswerCards cards;

    /** @param inTurn does what holds for any question as soon as the answer before it is kept */
    QuestionPage(
            InterviewViewModel model,
            Texts texts,
            Side side,
            Interview interview,
            FormItem item,
            Consumer<Runnable> inTurn) {
        this.model = model;
        this.texts = texts;
        this.side = side;
        this.interview = interview;
        this.item = item;
        this.inTurn = inTurn;
        this.cards = new AnswerCards(model, texts, side, interview, item);
    }

    @Override
    public Node node() {
        VBox content = new VBox();
        content.getStyleClass().add("interview-question");
        content.setAlignment(Pos.TOP_CENTER);
        interview.heading().ifPresent(heading -> content.getChildren().add(line(heading, "muted")));
        picture().ifPresent(content.getChildren()::add);
        Label question = line(spoken(item.text()), "interview-words");
        question.setId("interview-words");
        content.getChildren().addAll(question, script(), listen(), cards.node(), doubts());
        BorderPane page = new BorderPane();
        page.setTop(head());
        page.setCenter(
                Fitted.scrolling(content, () -> LEAST_WORDS / question.getFont().getSize()));
        page.setFocusTraversable(true);
        page.setAccessibleText(spoken(item.text()));
        page.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        // The scroll pane takes its content in when it is first laid out, later than the page itself.
        cards.first().sceneProperty().subscribe(scene -> {
            if (scene != null) {
                cards.first().requestFocus();
            }
        });
        return page;
    }

    private Node head() {
        Label number = new Label(
                texts.textIn(interview.language(), "interview.number", interview.number(), interview.questions()));
        number.getStyleClass().add("strong");
        number.setMinWidth(Region.USE_PREF_SIZE);
        ProgressBar bar = new ProgressBar((double) interview.number() / Math.max(1, interview.questions()));
        bar.setAccessibleText(number.getText());
        bar.setMinWidth(0);
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        Button stop = spokenButton("interview.stop-here", () -> inTurn.accept(model::stopHere));
        stop.setMinWidth(Region.USE_PREF_SIZE);
        var head = new HBox(number, bar, between, stop);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("interview-head");
        return head;
    }

    private Optional<Node> picture() {
        String name = item.image();
        if (name == null) {
            return Optional.empty();
        }
        Optional<Node> brought = interview.filled().form().image(name).map(QuestionPage::brought);
        return brought.isPresent() || !Drawing.exists(name) ? brought : Optional.of(Drawing.of(name));
    }

    private static Node brought(FormImage image) {
        var picture = new ImageView(
                new Image(new ByteArrayInputStream(Base64.getDecoder().decode(image.data()))));
        picture.setPreserveRatio(true);
        picture.setFitHeight(HIGHEST_IMAGE);
        return picture;
    }

    /** Reading aloud, where the machine can. */
    private Node listen() {
        Button listen =
                spokenButton("interview.listen", () -> model.readAloud(spoken(item.text()), interview.language()));
        listen.setGraphic(Icons.of(Feather.VOLUME_2));
        listen.getStyleClass().add("interview-listen");
        listen.visibleProperty().bind(model.voice().map(Optional::isPresent));
        listen.managedProperty().bind(listen.visibleProperty());
        return listen;
    }

    /** What the helper may say besides, and what is not the official wording. */
    private Node script() {
        VBox script = new VBox();
        script.setAlignment(Pos.TOP_CENTER);
        Names other = item.rephrasing();
        if (item.asks() && side == Side.COLLECTOR) {
            script.getChildren()
                    .add(line(
                            other == null
                                    ? texts.text("interview.read-aloud")
                                    : texts.text("interview.read-aloud-or", spoken(other)),
                            "muted"));
        }
        if (interview.filled().form().isUnofficialIn(interview.language())) {
            script.getChildren().add(line(texts.textIn(interview.language(), "interview.unofficial"), "muted"));
        }
        return script;
    }

    /** Not to answer is as easy as to answer. */
    private Node doubts() {
        FlowPane doubts = new FlowPane();
        doubts.getStyleClass().add("interview-ways");
        doubts.setAlignment(Pos.CENTER);
        if (item.kind() instanceof ItemKind.Statement) {
            doubts.getChildren().add(way("interview.not-mine", "0", () -> model.answer(new Given.Step(null))));
        }
        doubts.getChildren().add(way(item.asks() ? "interview.skip" : "interview.next", "→", model::pass));
        return doubts;
    }

    private Button way(String key, String letter, Runnable action) {
        Button way = spokenButton(key, action);
        String words = way.getText();
        if (side == Side.COLLECTOR) {
            way.setText(texts.text("interview.with-key", words, letter));
        }
        way.setAccessibleText(words);
        way.getStyleClass().add("interview-way");
        return way;
    }

    @Override
    public List<Node> ways() {
        List<Node> ways =
                new ArrayList<>(List.of(spokenButton("interview.back", () -> inTurn.accept(model::back)), languages()));
        if (side == Side.COLLECTOR) {
            ways.add(button("interview.turn", () -> model.turned().set(true)));
            ways.add(button("interview.park", () -> inTurn.accept(model::park)));
            ways.add(new TakeAway(() -> inTurn.accept(model::takeAway), texts).node());
        }
        return ways;
    }

    private Node languages() {
        MenuButton language =
                new MenuButton(Choice.name(texts, interview.language()).getValue());
        language.setId("interview-language");
        for (Language each : Language.values()) {
            MenuItem item = new MenuItem(Choice.name(texts, each).getValue());
            item.setOnAction(event -> inTurn.accept(() -> model.speak(each)));
            language.getItems().add(item);
        }
        return language;
    }

    private void onKey(KeyEvent event) {
        boolean writing = event.getTarget() instanceof TextInputControl;
        if (writing && event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
            event.consume();
            cards.written();
        } else if (!writing && !event.isShortcutDown() && !event.isAltDown() && act(event.getCode())) {
            event.consume();
        }
    }

    @Override
    public void press(KeyEvent key) {
        if (!key.isShortcutDown() && !key.isAltDown()) {
            act(key.getCode());
        }
    }

    private boolean act(KeyCode key) {
        if (key == KeyCode.RIGHT) {
            model.onward();
        } else if (key == KeyCode.ENTER) {
            return cards.confirm();
        } else if (key == KeyCode.LEFT || key == KeyCode.BACK_SPACE) {
            model.back();
        } else {
            return key.isDigitKey()
                    && cards.digit(Integer.parseInt(key.getName().replaceAll("\\D", "")));
        }
        return true;
    }

    private String spoken(Names names) {
        return names.in(interview.language());
    }

    /** What the customer may press speaks her language. */
    private Button spokenButton(String key, Runnable action) {
        return made(key, texts.textIn(interview.language(), key), action);
    }

    private Button button(String key, Runnable action) {
        return made(key, texts.text(key), action);
    }

    private static Button made(String key, String words, Runnable action) {
        Button button = new Button(words);
        button.setId(key.replace('.', '-'));
        button.setOnAction(event -> action.run());
        return button;
    }

    private static Label line(String words, String style) {
        Label line = new Label(words);
        line.getStyleClass().add(style);
        line.setWrapText(true);
        line.setMinHeight(Region.USE_PREF_SIZE);
        return line;
    }
}
