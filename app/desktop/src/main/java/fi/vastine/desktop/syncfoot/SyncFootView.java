package fi.vastine.desktop.syncfoot;

import fi.vastine.desktop.text.Texts;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.stage.PopupWindow;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The foot of the rail: two lines, and a click that names each thing waiting. */
public final class SyncFootView extends HBox {

    private final SyncFootViewModel foot;
    private final Texts texts;
    private final ObservableValue<SyncFootViewModel.Tone> tone;
    private final FontIcon icon = new FontIcon(Feather.CLOUD);

    public SyncFootView(SyncFootViewModel foot, Texts texts) {
        this.foot = foot;
        this.texts = texts;
        this.tone = foot.tone();
        setId("sync-foot");
        getStyleClass().add("sync-foot");
        Label headline = line("sync-headline", foot.headline());
        Label detail = line("sync-detail", foot.detail());
        detail.managedProperty().bind(detail.textProperty().isNotEmpty());
        Label news = line("sync-news", foot.news());
        news.managedProperty().bind(news.textProperty().isNotEmpty());
        VBox lines = new VBox(headline, detail, news);
        lines.getStyleClass().add("sync-lines");
        HBox.setHgrow(lines, Priority.ALWAYS);
        getChildren().setAll(icon, lines);

        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        accessibleTextProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.text("syncfoot.spoken", headline.getText(), detail.getText()),
                        headline.textProperty(),
                        detail.textProperty()));
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(accessibleTextProperty());
        Tooltip.install(this, tip);
        tone.subscribe(this::wear);
        setOnMouseClicked(ignored -> showWaiting());
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                event.consume();
                showWaiting();
            }
        });
    }

    private static Label line(String id, ObservableValue<String> text) {
        Label line = new Label();
        line.setId(id);
        line.getStyleClass().add(id);
        line.textProperty().bind(text);
        line.setWrapText(true);
        line.setMinHeight(Region.USE_PREF_SIZE);
        return line;
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        if (action == AccessibleAction.FIRE) {
            showWaiting();
        } else {
            super.executeAccessibleAction(action, parameters);
        }
    }

    private void wear(SyncFootViewModel.Tone tone) {
        icon.setIconCode(
                switch (tone) {
                    case EVERYDAY -> Feather.CLOUD;
                    case TO_KNOW -> Feather.CLOUD_OFF;
                    case TROUBLE -> Feather.ALERT_CIRCLE;
                });
        for (SyncFootViewModel.Tone one : SyncFootViewModel.Tone.values()) {
            getStyleClass().remove(styleOf(one));
        }
        getStyleClass().add(styleOf(tone));
    }

    private static String styleOf(SyncFootViewModel.Tone tone) {
        return tone.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void showWaiting() {
        Label title = new Label(texts.text("syncfoot.title"));
        title.getStyleClass().add("title");
        VBox lines = new VBox();
        lines.getStyleClass().add("waiting-lines");
        List<SyncFootViewModel.Line> waiting = foot.lines();
        if (waiting.isEmpty()) {
            lines.getChildren().add(quiet(texts.text("syncfoot.nothing-waits")));
        }
        waiting.forEach(line -> lines.getChildren().add(row(line)));
        ScrollPane scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("waiting-scroll");
        VBox sheet = new VBox(title, scroll);
        sheet.setId("waiting");
        sheet.getStyleClass().addAll("sheet", "waiting");

        Popup popup = new Popup();
        popup.setAutoHide(true);
        popup.setHideOnEscape(true);
        popup.getContent().add(sheet);
        Bounds here = localToScreen(getBoundsInLocal());
        popup.setAnchorLocation(PopupWindow.AnchorLocation.CONTENT_BOTTOM_LEFT);
        popup.show(this, here.getMaxX() + 8, here.getMaxY());
    }

    private static Node row(SyncFootViewModel.Line line) {
        Label what = new Label(line.what());
        what.getStyleClass().add("strong");
        VBox row = new VBox(what);
        if (!line.age().isEmpty()) {
            row.getChildren().add(quiet(line.age()));
        }
        row.getStyleClass().add("waiting-line");
        if (!line.error().isEmpty()) {
            Label error = new Label(line.error());
            error.getStyleClass().addAll("late", "small");
            error.setGraphic(new FontIcon(Feather.ALERT_CIRCLE));
            row.getChildren().add(error);
        }
        return row;
    }

    private static Label quiet(String words) {
        Label label = new Label(words);
        label.getStyleClass().addAll("muted", "small");
        return label;
    }
}
