package fi.vastine.desktop.paper;

import fi.vastine.contract.form.FormItem;
import fi.vastine.core.session.Interview;
import fi.vastine.desktop.control.ActionButton;
import fi.vastine.desktop.control.Icons;
import fi.vastine.desktop.text.Texts;
import fi.vastine.desktop.text.Times;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.value.ObservableBooleanValue;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * All questions of a paper as compact rows, and what can be typed at the one in work.
 *
 * <p>Of a long form so many rows are on the screen as one can look over; the next ones come when the keys get there.
 */
final class PaperPage {
    private static final int MOST_ROWS = 40;

    private final PaperViewModel model;
    private final Texts texts;
    private final Times times;
    private final BorderPane root = new BorderPane();
    private final VBox content = new VBox();
    private final VBox rows = new VBox();
    private final ScrollPane scroll = new ScrollPane(content);
    private final Label number = new Label();
    private final Label about = new Label();
    private final Label legend = new Label();
    private final Label hint = new Label();
    private final Button check = new Button();
    private final Map<String, Row> byQuestion = new HashMap<>();
    private final WishRow wish;
    private final ScanRow scan;
    private final Set<KeyCode> held = EnumSet.noneOf(KeyCode.class);
    private @Nullable Object drawnFor;
    private boolean pressedInAField;

    PaperPage(PaperViewModel model, Texts texts, Times times) {
        this.model = model;
        this.texts = texts;
        this.times = times;
        wish = new WishRow(model, texts);
        scan = new ScanRow(model.scanning(), texts);
        scan.takeDropsOn(root);
        content.getChildren()
                .setAll(
                        header(),
                        rows,
                        scan.node(),
                        ways(),
                        band("paper-identity-code", "entry.identity-code", "soon", model.identityCode()),
                        band("paper-disk-full", "paper.disk-full", "late", model.diskFull()));
        content.getStyleClass().add("paper-page");
        rows.getStyleClass().add("paper-rows");
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        root.setCenter(scroll);
        root.setBottom(foot());
        root.addEventFilter(KeyEvent.ANY, this::ontoTheNextPaper);
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::onceEach);
        root.addEventFilter(KeyEvent.KEY_TYPED, this::notIntoTheNextField);
        root.addEventFilter(KeyEvent.KEY_RELEASED, event -> held.remove(event.getCode()));
        model.paper().subscribe(ignored -> draw());
        model.first().subscribe(ignored -> draw());
        model.hint().subscribe(ignored -> showHint());
        model.keys().begun().subscribe(ignored -> draw());
        texts.language().subscribe(ignored -> {
            drawnFor = null;
            draw();
            showHint();
        });
        // The scroll pane takes its content in when it is first laid out, later than the page itself.
        rows.sceneProperty().subscribe(scene -> {
            held.clear();
            if (scene != null) {
                takeFocus();
            }
        });
    }

    Node node() {
        return root;
    }

    /** Lets the scanned paper be chosen that belongs to what is typed. */
    void chooseScan() {
        if (model.paper().get() != null && model.check().get() == null) {
            scan.choose();
        }
    }

    /**
     * What is typed in a field while the paper is being kept belongs to the next one: it is typed there once that is shown, wherever
     * the focus is then.
     */
    private void ontoTheNextPaper(KeyEvent event) {
        boolean writes = event.getTarget() instanceof TextInputControl
                && event.getEventType() != KeyEvent.KEY_RELEASED
                && !event.isShortcutDown()
                && !event.isAltDown();
        if (writes && model.isKeeping()) {
            event.consume();
            model.typed(() -> {
                Node focused = root.getScene() == null ? null : root.getScene().getFocusOwner();
                if (focused != null) {
                    Event.fireEvent(focused, event.copyFor(focused, focused));
                }
            });
        }
    }

    /** A digit that is held down is typed once. */
    private void onceEach(KeyEvent event) {
        if (event.isConsumed()) {
            return;
        }
        pressedInAField = event.getTarget() instanceof TextInputControl;
        if (event.getCode().isDigitKey() && !held.add(event.getCode()) && !pressedInAField) {
            event.consume();
        }
    }

    /** The digit that led to a field for words was an answer, and must not be written there. */
    private void notIntoTheNextField(KeyEvent event) {
        if (!event.isConsumed() && !pressedInAField && event.getTarget() instanceof TextInputControl) {
            event.consume();
        }
    }

    private Node header() {
        number.setId("paper-number");
        number.getStyleClass().add("title");
        about.setId("paper-about");
        about.getStyleClass().add("muted");
        about.setWrapText(true);
        Button other = new Button();
        other.setId("paper-other");
        other.textProperty().bind(texts.live("paper.other-batch"));
        other.getStyleClass().add("quiet");
        other.setOnAction(event -> model.leaveBatch());
        FlowPane header = new FlowPane(number, about, other);
        header.getStyleClass().add("entry-header");
        return header;
    }

    private Node ways() {
        ActionButton keep =
                new ActionButton(Feather.CHECK, texts.live("paper.keep"), "Ctrl ↵", model::keepPaper, ignored -> {});
        keep.setId("paper-keep");
        keep.main();
        check.setId("paper-check");
        check.setOnAction(event -> {
            if (model.first().get() == null) {
                model.checkPaper();
            } else {
                model.leaveCheck();
            }
        });
        Button before = new Button();
        before.setId("paper-correct-before");
        before.textProperty().bind(texts.live("paper.correct-before-key"));
        before.setOnAction(event -> model.takeBack());
        FlowPane ways = new FlowPane(keep, check, before);
        ways.getStyleClass().add("entry-footer");
        return ways;
    }

    /** In sight whichever question is in work; with large text it is all there is room for beside the rows. */
    private Node foot() {
        legend.setId("paper-legend");
        legend.setWrapText(true);
        legend.setMinHeight(Region.USE_PREF_SIZE);
        hint.setId("paper-hint");
        hint.getStyleClass().addAll("soon", "strong");
        hint.setWrapText(true);
        hint.setMinHeight(Region.USE_PREF_SIZE);
        hint.managedProperty().bind(hint.visibleProperty());
        VBox foot = new VBox(legend, hint);
        foot.getStyleClass().add("paper-foot");
        return foot;
    }

    private Node band(String id, String key, String tone, ObservableBooleanValue shown) {
        Label words = new Label();
        words.textProperty().bind(texts.live(key));
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox band = new HBox(Icons.of(Feather.ALERT_TRIANGLE), words);
        band.setId(id);
        band.getStyleClass().addAll("band", tone);
        band.visibleProperty().bind(shown);
        band.managedProperty().bind(band.visibleProperty());
        return band;
    }

    private void draw() {
        Interview now = model.paper().get();
        if (now == null) {
            return;
        }
        boolean again = model.first().get() != null;
        number.setText(texts.text(again ? "paper.number-again" : "paper.number", model.number()));
        LocalDate day = now.start().givenOn();
        about.setText(texts.text(
                "paper.about",
                model.batch().unitName(now.start().unit()),
                now.filled().form().title().in(texts.language().get()),
                day == null ? "" : times.day(day)));
        check.setText(texts.text(again ? "paper.check-leave" : "paper.check-key"));
        drawRows(now);
        legend.setText(legend(now));
        takeFocus();
    }

    private void drawRows(Interview now) {
        var paper = List.of(now.caseId(), now.language(), model.first().get() != null);
        if (!paper.equals(drawnFor)) {
            drawnFor = paper;
            byQuestion.clear();
            scroll.setVvalue(0);
        }
        List<FormItem> questions = model.keys().questions(now).toList();
        int here = now.at() == null
                ? questions.size()
                : questions.stream().map(FormItem::linkId).toList().indexOf(now.at());
        int first = Math.max(0, Math.min(here, questions.size() - 1)) / MOST_ROWS * MOST_ROWS;
        int last = Math.min(questions.size(), first + MOST_ROWS);
        List<Row> shown = questions.subList(first, last).stream()
                .map(item -> byQuestion.computeIfAbsent(item.linkId(), ignored -> row(item)))
                .toList();
        shown.forEach(row -> row.show(now));
        List<Node> nodes = new ArrayList<>(shown.stream().map(Row::node).toList());
        if (last == questions.size() && model.first().get() == null) {
            wish.show(now);
            nodes.add(wish.node());
        }
        // A row that is taken out of the window, even to be put back, loses the focus and what is being composed in it.
        if (!nodes.equals(rows.getChildren())) {
            rows.getChildren().setAll(nodes);
        }
    }

    private Row row(FormItem item) {
        return Code.isFor(item) ? new CodeRow(model, texts, item) : new WordsRow(model, item);
    }

    private String legend(Interview now) {
        if (now.at() == null) {
            return texts.text("paper.legend-wish");
        }
        return model.keys()
                .code()
                .map(code -> texts.text(
                        code.isOfSeveral() ? "paper.legend-several" : "paper.legend",
                        code.legend(now.language(), texts)))
                .orElseGet(() -> texts.text("paper.legend-words"));
    }

    private void showHint() {
        String key = model.hint().get();
        hint.setText(key == null ? "" : texts.text(key));
        hint.setVisible(key != null);
    }

    /** The focus is where the paper stands. */
    private void takeFocus() {
        Interview now = model.paper().get();
        if (now == null || rows.getScene() == null || model.check().get() != null) {
            return;
        }
        String at = now.at();
        Row row = at == null ? wish : byQuestion.get(at);
        if (row != null && !row.isFocused()) {
            row.takeFocus();
            bringIntoView(row.node());
        }
    }

    private void bringIntoView(Node row) {
        scroll.applyCss();
        scroll.layout();
        double room = scroll.getViewportBounds().getHeight();
        double height = content.getHeight();
        if (height <= room) {
            return;
        }
        double top =
                rows.getBoundsInParent().getMinY() + row.getBoundsInParent().getMinY();
        double bottom =
                rows.getBoundsInParent().getMinY() + row.getBoundsInParent().getMaxY();
        double seenFrom = scroll.getVvalue() * (height - room);
        if (top < seenFrom || bottom > seenFrom + room) {
            scroll.setVvalue(Math.clamp((top + bottom - room) / 2 / (height - room), 0, 1));
        }
    }
}
