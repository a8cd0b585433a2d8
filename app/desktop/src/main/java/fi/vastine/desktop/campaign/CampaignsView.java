package fi.vastine.desktop.campaign;

import fi.vastine.core.session.Campaigns.Shown;
import fi.vastine.desktop.control.ActionButton;
import fi.vastine.desktop.control.Icons;
import fi.vastine.desktop.shell.Front;
import fi.vastine.desktop.shell.Place;
import fi.vastine.desktop.shell.Shortcut;
import fi.vastine.desktop.text.Texts;
import fi.vastine.desktop.text.Times;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The list of campaigns and, beside it, one of them or the one being planned. To be used on the screen's thread. */
public final class CampaignsView {
    private final CampaignsViewModel model;
    private final Texts texts;
    private final Times times;
    private final CampaignWords words;
    private final ListView<Shown> list = new ListView<>();
    private final VBox listSide = new VBox();
    private final VBox open = new VBox();
    private final VBox none = new VBox();
    private final ScrollPane detail = new ScrollPane();
    private @Nullable PlanPage plan;
    private @Nullable CampaignPage page;

    public CampaignsView(CampaignsViewModel model, Texts texts, Times times) {
        this.model = model;
        this.texts = texts;
        this.times = times;
        words = new CampaignWords(texts, times);
        list.setId("campaign-list");
        list.setItems(model.lines());
        list.setCellFactory(ignored -> new CampaignCell(model, texts, words));
        list.accessibleTextProperty().bind(texts.live("campaign.title"));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        none.getStyleClass().add("inbox-empty");
        none.setAlignment(Pos.CENTER);
        StackPane body = new StackPane(list, none);
        VBox.setVgrow(body, Priority.ALWAYS);
        open.getStyleClass().add("campaign-open");
        listSide.getChildren().setAll(head(), open, body);
        listSide.getStyleClass().add("inbox");
        detail.setId("campaign-detail");
        detail.setFitToWidth(true);
        detail.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        detail.accessibleTextProperty().bind(texts.live("campaign.detail"));
        follow();
    }

    /** The list, and beside it what is chosen or planned. */
    public Place.Panes.ListAndDetail panes() {
        return new Place.Panes.ListAndDetail(
                new Place.Side(listSide, list::requestFocus), new Place.Side(detail, this::focusDetail), model.front());
    }

    /** The keys that act while the place is shown. */
    public List<Shortcut> shortcuts() {
        return List.of(
                Shortcut.single(KeyCode.J, "campaign.next", () -> model.moveBy(1)),
                Shortcut.single(KeyCode.K, "campaign.previous", () -> model.moveBy(-1)),
                Shortcut.single(KeyCode.U, "campaign.new", model::beginPlanning),
                Shortcut.single(KeyCode.ESCAPE, "shell.list-key", this::toList),
                new Shortcut(
                        new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN),
                        "campaign.plan",
                        this::plan));
    }

    private Node head() {
        ActionButton fresh =
                new ActionButton(Feather.PLUS, texts.live("campaign.new"), "U", model::beginPlanning, ignored -> {});
        fresh.setId("campaign-new");
        HBox head = new HBox(fresh);
        head.getStyleClass().add("attention-head");
        return head;
    }

    private void follow() {
        model.lines().addListener((ListChangeListener<Shown>) change -> {
            showWhetherAny();
            list.getSelectionModel().select(model.chosen().get());
        });
        model.unfinished().addListener((ListChangeListener<Unfinished.Line>) change -> showUnfinished());
        model.chosen().subscribe(ignored -> draw());
        model.responses().subscribe(ignored -> {
            list.refresh();
            if (page != null) {
                page.showAnswers();
            }
        });
        model.planning().subscribe(this::showPlanning);
        texts.language().subscribe(ignored -> {
            list.refresh();
            showWhetherAny();
            showUnfinished();
            takeUp(model.planning().get());
        });
    }

    private void onKey(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> model.moveBy(1);
            case UP -> model.moveBy(-1);
            case ENTER -> {
                model.front().set(Front.DETAIL);
                focusDetail();
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void plan() {
        if (plan != null) {
            plan.plan();
        }
    }

    private void toList() {
        model.toList();
        list.requestFocus();
    }

    private void focusDetail() {
        if (plan == null) {
            detail.requestFocus();
        } else {
            plan.requestFocus();
        }
    }

    private void showWhetherAny() {
        boolean empty = model.lines().isEmpty();
        none.setVisible(empty);
        list.setVisible(!empty);
        Label nothing = new Label(texts.text("campaign.none"));
        nothing.getStyleClass().addAll("strong", "large");
        nothing.setWrapText(true);
        Label hint = new Label(texts.text("campaign.none-hint"));
        hint.getStyleClass().add("muted");
        hint.setWrapText(true);
        none.getChildren().setAll(Icons.of(Feather.CALENDAR), nothing, hint);
    }

    /** What waits to be gone on with stands above the list. */
    private void showUnfinished() {
        open.getChildren()
                .setAll(model.unfinished().stream().map(this::unfinished).toList());
        open.setVisible(!model.unfinished().isEmpty());
        open.setManaged(open.isVisible());
    }

    private Button unfinished(Unfinished.Line line) {
        boolean refused = line.refusal() != null;
        String name = line.name().isBlank() ? texts.text("campaign.nameless") : line.name();
        Button on = new Button(
                texts.text(refused ? "campaign.not-taken" : "campaign.half-planned", name),
                Icons.of(refused ? Feather.ALERT_CIRCLE : Feather.EDIT_3));
        on.setId((refused ? "campaign-not-taken-" : "campaign-half-planned-")
                + model.unfinished().indexOf(line));
        on.getStyleClass().addAll("chip", "chip-button", refused ? "late" : "plain");
        on.setWrapText(true);
        on.setMaxWidth(Double.MAX_VALUE);
        on.setOnAction(event -> model.goOn(line.id()));
        return on;
    }

    private void showPlanning(@Nullable Planning planning) {
        takeUp(planning);
        if (plan != null) {
            plan.requestFocus();
        }
    }

    private void takeUp(@Nullable Planning planning) {
        plan = planning == null ? null : new PlanPage(model, planning, texts, times, words, this::toList);
        draw();
    }

    private void draw() {
        Shown chosen = model.chosen().get();
        if (chosen != null) {
            list.getSelectionModel().select(chosen);
        }
        page = plan != null || chosen == null ? null : new CampaignPage(model, chosen, texts, words);
        detail.setContent(plan != null ? plan : page);
    }
}
