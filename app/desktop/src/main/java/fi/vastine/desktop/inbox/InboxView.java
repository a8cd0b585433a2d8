package fi.vastine.desktop.inbox;

import fi.vastine.contract.due.WorkingDays;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.core.session.Progress;
import fi.vastine.desktop.control.Icons;
import fi.vastine.desktop.inbox.InboxViewModel.Emptiness;
import fi.vastine.desktop.text.Texts;
import fi.vastine.desktop.text.Times;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The list of cases with its tabs and filter. To be used on the screen's thread. */
public final class InboxView {
    private final InboxViewModel model;
    private final Texts texts;
    private final Times times;
    private final VBox root = new VBox();
    private final FlowPane tabs = new FlowPane();
    private final ListView<InboxLine> list = new ListView<>();
    private final VBox empty = new VBox();
    private @Nullable Place place;
    private boolean focusWanted;
    private Runnable onEnter = () -> {};
    private Runnable onClick = () -> {};

    public InboxView(InboxViewModel model, Texts texts, Times times, WorkingDays workingDays) {
        this.model = model;
        this.texts = texts;
        this.times = times;
        list.setCellFactory(ignored -> new InboxCell(model, texts, times, workingDays, () -> onClick.run()));
        list.setItems(model.lines());
        list.setId("inbox-list");
        list.accessibleTextProperty().bind(texts.live("inbox.list"));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        StackPane body = new StackPane(list, empty);
        VBox.setVgrow(body, Priority.ALWAYS);
        root.getStyleClass().add("inbox");
        root.getChildren().addAll(tabs(), new UnitFilter(model, texts), firstPull(), body);
        model.lines().addListener((ListChangeListener<InboxLine>) change -> rememberPlace());
        // A row names its unit only where there are several to be seen.
        model.units().addListener((ListChangeListener<UnitId>) change -> list.refresh());
        model.unit().subscribe(ignored -> list.refresh());
        model.revision().subscribe(ignored -> keepPlace());
        model.selected().subscribe(ignored -> showCursor());
        model.emptiness().subscribe(this::showEmptiness);
        texts.language().subscribe(ignored -> showEmptiness(model.emptiness().get()));
    }

    public Parent node() {
        return root;
    }

    /** Puts the focus on the list; as soon as there is one, if there is none yet. */
    public void focus() {
        focusWanted = !list.isVisible();
        list.requestFocus();
    }

    private void focusIfWanted() {
        boolean writing = list.getScene() != null && list.getScene().getFocusOwner() instanceof TextInputControl;
        if (focusWanted && list.isVisible()) {
            focusWanted = false;
            if (!writing) {
                list.requestFocus();
            }
        }
    }

    /** Where the focus goes when a case is opened by Enter. */
    public void onEnter(Runnable toTheCase) {
        onEnter = toTheCase;
    }

    /** What follows when a case is opened by a click; the focus stays in the list. */
    public void onClick(Runnable next) {
        onClick = next;
    }

    private Node tabs() {
        tabs.getStyleClass().add("inbox-tabs");
        model.tabs().addListener((ListChangeListener<InboxTab>) change -> makeTabs());
        makeTabs();
        return tabs;
    }

    private void makeTabs() {
        ToggleGroup group = new ToggleGroup();
        tabs.getChildren().clear();
        for (InboxTab each : model.tabs()) {
            ToggleButton button = new ToggleButton();
            button.setId("inbox-tab-" + each.name().toLowerCase(Locale.ROOT));
            button.getStyleClass().add("tab-word");
            button.setToggleGroup(group);
            button.setUserData(each);
            button.textProperty()
                    .bind(texts.language()
                            .flatMap(ignored ->
                                    model.counts().map(counts -> words(each, counts.getOrDefault(each, 0)))));
            button.setOnAction(event -> model.tab().set(each));
            tabs.getChildren().add(button);
        }
        model.tab()
                .subscribe(chosen -> tabs.getChildren()
                        .forEach(node -> ((ToggleButton) node).setSelected(chosen.equals(node.getUserData()))));
    }

    private String words(InboxTab tab, int count) {
        boolean counted = tab != InboxTab.HANDLED && tab != InboxTab.ALL;
        return counted ? texts.text("inbox.tab", texts.word(tab), count) : texts.word(tab);
    }

    private Node firstPull() {
        ProgressBar bar = new ProgressBar();
        bar.accessibleTextProperty().bind(texts.live("inbox.first-pull"));
        bar.setMaxWidth(Double.MAX_VALUE);
        Label words = new Label();
        words.getStyleClass().addAll("small", "muted");
        VBox box = new VBox(words, bar);
        box.getStyleClass().add("inbox-first-pull");
        box.managedProperty().bind(box.visibleProperty());
        model.firstPull().subscribe(progress -> showProgress(progress, box, words, bar));
        model.connected().subscribe(ignored -> showProgress(model.firstPull().get(), box, words, bar));
        model.emptiness().subscribe(ignored -> showProgress(model.firstPull().get(), box, words, bar));
        texts.language().subscribe(ignored -> showProgress(model.firstPull().get(), box, words, bar));
        bar.visibleProperty().bind(model.connected());
        bar.managedProperty().bind(model.connected());
        return box;
    }

    private void showProgress(@Nullable Progress progress, VBox box, Label words, ProgressBar bar) {
        // An empty list says by itself what it waits for.
        box.setVisible(progress != null && model.emptiness().get() != Emptiness.WAITING_FOR_CONNECTION);
        if (progress != null) {
            boolean known = progress.expected() > 0;
            bar.setProgress(
                    known ? (double) progress.held() / progress.expected() : ProgressBar.INDETERMINATE_PROGRESS);
            words.setText(wordsOf(progress));
        }
    }

    private String wordsOf(Progress progress) {
        if (!model.connected().get()) {
            return texts.text("inbox.pull-waits");
        }
        return progress.expected() > 0
                ? texts.text("inbox.pulling", times.number(progress.held()), times.number(progress.expected()))
                : texts.text("inbox.first-pull");
    }

    private void showEmptiness(Emptiness why) {
        empty.getChildren().clear();
        empty.setVisible(why != Emptiness.NOT_EMPTY);
        list.setVisible(why == Emptiness.NOT_EMPTY);
        focusIfWanted();
        empty.getStyleClass().setAll("inbox-empty");
        empty.setAlignment(Pos.CENTER);
        switch (why) {
            case NOT_EMPTY -> {}
            case LOADING -> say(Feather.INBOX, texts.text("inbox.loading"), "");
            case WAITING_FOR_CONNECTION -> say(Feather.WIFI_OFF, texts.text("inbox.pull-waits"), "");
            case NOTHING_FOUND -> {
                say(Feather.SEARCH, texts.text("inbox.nothing-found"), texts.text("inbox.nothing-found-hint"));
                Button clear = new Button(texts.text("inbox.clear-filter"));
                clear.setOnAction(event -> {
                    model.filter().set("");
                    model.unit().set(null);
                });
                empty.getChildren().add(clear);
            }
            case NOTHING_TO_DO -> sayNothingToDo();
        }
    }

    private void sayNothingToDo() {
        Shelf.Week week = model.week();
        String cameIn =
                week.all() == 0 ? texts.text("inbox.week-none") : texts.text("inbox.week", week.all(), week.thanks());
        switch (model.tab().get()) {
            case WAITING -> say(Feather.CHECK_CIRCLE, texts.text("inbox.all-answered"), cameIn);
            case READING -> say(Feather.COFFEE, texts.text("inbox.all-read"), cameIn);
            case HANDLED -> say(Feather.INBOX, texts.text("inbox.none-handled"), cameIn);
            case ALL -> say(Feather.INBOX, texts.text("inbox.none-at-all"), texts.text("inbox.none-at-all-hint"));
            case TRIAGE -> say(Feather.CHECK_CIRCLE, texts.text("inbox.none-to-route"), cameIn);
        }
    }

    private void say(Feather icon, String what, String more) {
        Label first = new Label(what);
        first.getStyleClass().addAll("strong", "large");
        first.setWrapText(true);
        Label second = new Label(more);
        second.getStyleClass().add("muted");
        second.setWrapText(true);
        empty.getChildren().addAll(Icons.of(icon), first, second);
    }

    private void onKey(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> model.moveBy(1);
            case UP -> model.moveBy(-1);
            case ENTER -> {
                model.openSelected();
                onEnter.run();
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void showCursor() {
        int line = model.cursorLine();
        if (line < 0) {
            list.getSelectionModel().clearSelection();
            return;
        }
        list.getSelectionModel().select(line);
        list.getFocusModel().focus(line);
        if (flow() instanceof VirtualFlow<?> flow) {
            IndexedCell<?> first = flow.getFirstVisibleCell();
            IndexedCell<?> last = flow.getLastVisibleCell();
            if (first == null || last == null || line <= first.getIndex() || line >= last.getIndex()) {
                flow.scrollTo(line);
            }
            if (last != null && last.getIndex() >= model.lines().size() - 2) {
                model.more();
            }
        }
    }

    /** Told at each change of the lines, before the list is laid out anew: its cells are still where they were. */
    private void rememberPlace() {
        if (place == null && flow() instanceof VirtualFlow<?> flow && flow.getFirstVisibleCell() != null) {
            IndexedCell<?> first = flow.getFirstVisibleCell();
            boolean atTop = first.getIndex() == 0 && first.getLayoutY() >= 0;
            if (!atTop && first.getItem() instanceof InboxLine.Entry entry) {
                place = new Place(entry.row().id(), first.getLayoutY());
            }
        }
    }

    /** After cases came or went: what was at the top of the list is there again, and the cursor is on its case. */
    private void keepPlace() {
        Place before = place;
        place = null;
        list.getSelectionModel().clearSelection();
        int line = model.cursorLine();
        if (line >= 0) {
            list.getSelectionModel().select(line);
        }
        int top = before == null ? -1 : model.lineOf(before.top());
        if (before != null && top >= 0 && flow() instanceof VirtualFlow<?> flow) {
            list.layout();
            flow.scrollToTop(top);
            flow.scrollPixels(-before.offset());
        }
    }

    private @Nullable Node flow() {
        return list.lookup(".virtual-flow");
    }

    /** Where the list stood: its first case, and how far above the edge that begins, in pixels. */
    private record Place(CaseId top, double offset) {}
}
