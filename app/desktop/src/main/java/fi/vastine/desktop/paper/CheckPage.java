package fi.vastine.desktop.paper;

import fi.vastine.contract.cases.Given;
import fi.vastine.contract.form.FormItem;
import fi.vastine.core.session.Interview;
import fi.vastine.desktop.control.ActionButton;
import fi.vastine.desktop.text.Texts;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Where two typings of one paper differ, row by row; 1 or 2 says which holds. */
final class CheckPage {
    private final PaperViewModel model;
    private final Texts texts;
    private final BorderPane root = new BorderPane();
    private final VBox rows = new VBox();
    private final Label hint = new Label();
    private int here;

    CheckPage(PaperViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        Label title = new Label();
        title.setId("paper-differences");
        title.textProperty().bind(texts.live("paper.differences"));
        title.getStyleClass().add("title");
        Label how = new Label();
        how.textProperty().bind(texts.live("paper.differences-how"));
        how.setWrapText(true);
        how.setMinHeight(Region.USE_PREF_SIZE);
        rows.getStyleClass().add("paper-rows");
        VBox content = new VBox(title, how, rows);
        content.getStyleClass().add("paper-page");
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        root.setCenter(scroll);
        root.setBottom(foot());
        model.check().subscribe(this::draw);
        model.hint().subscribe(ignored -> showHint());
        texts.language().subscribe(ignored -> draw(null, model.check().get()));
        rows.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                takeFocus();
            }
        });
    }

    Node node() {
        return root;
    }

    private Node foot() {
        ActionButton keep =
                new ActionButton(Feather.CHECK, texts.live("paper.keep"), "Ctrl ↵", model::keepPaper, ignored -> {});
        keep.setId("paper-settle");
        keep.main();
        Button leave = new Button();
        leave.textProperty().bind(texts.live("paper.check-leave"));
        leave.setOnAction(event -> model.leaveCheck());
        hint.getStyleClass().addAll("soon", "strong");
        hint.setWrapText(true);
        hint.managedProperty().bind(hint.visibleProperty());
        FlowPane ways = new FlowPane(keep, leave);
        ways.getStyleClass().add("entry-footer");
        VBox foot = new VBox(hint, ways);
        foot.getStyleClass().add("paper-foot");
        return foot;
    }

    private void draw(@Nullable Check before, @Nullable Check now) {
        if (now == null) {
            return;
        }
        if (before == null) {
            here = 0;
        }
        rows.getChildren()
                .setAll(now.differences().stream()
                        .map(each -> row(now.first(), each))
                        .toList());
        takeFocus();
    }

    private Node row(Interview paper, Check.Difference difference) {
        FormItem item = difference.item();
        Button first = typed(paper, difference, Check.Typing.FIRST);
        Button second = typed(paper, difference, Check.Typing.SECOND);
        HBox row = new HBox(Row.question(item, paper.language()), first, second);
        row.setId("paper-difference-" + item.linkId());
        row.getStyleClass().add("paper-row");
        row.setFocusTraversable(true);
        row.setAccessibleRole(AccessibleRole.TEXT_FIELD);
        row.setAccessibleText(texts.text(
                "paper.difference-spoken", item.text().in(paper.language()), first.getText(), second.getText()));
        row.addEventHandler(KeyEvent.KEY_PRESSED, event -> onKey(event, item.linkId()));
        return row;
    }

    private Button typed(Interview paper, Check.Difference difference, Check.Typing which) {
        Given given = which == Check.Typing.FIRST ? difference.first() : difference.second();
        Code code = new Code(difference.item());
        String words = given == null
                ? texts.text("paper.left-blank")
                : (code.typed(given) + " " + code.words(given, paper.language(), texts)).strip();
        Button button =
                new Button(texts.text(which == Check.Typing.FIRST ? "paper.typed-first" : "paper.typed-again", words));
        button.setFocusTraversable(false);
        button.setWrapText(true);
        button.getStyleClass().add("paper-typing");
        if (which == difference.holds()) {
            button.getStyleClass().add("paper-holds");
        }
        button.setOnAction(event -> model.choose(difference.item().linkId(), which));
        return button;
    }

    private void onKey(KeyEvent event, String linkId) {
        if (event.isShortcutDown()) {
            return;
        }
        boolean taken = true;
        switch (event.getCode()) {
            case DIGIT1, NUMPAD1 -> choose(linkId, Check.Typing.FIRST);
            case DIGIT2, NUMPAD2 -> choose(linkId, Check.Typing.SECOND);
            case DOWN, ENTER -> move(1);
            case UP -> move(-1);
            case ESCAPE -> model.leaveCheck();
            default -> taken = false;
        }
        if (taken) {
            event.consume();
        }
    }

    private void choose(String linkId, Check.Typing which) {
        here = Math.min(here + 1, rows.getChildren().size() - 1);
        model.choose(linkId, which);
    }

    private void move(int by) {
        here = Math.clamp((long) here + by, 0, rows.getChildren().size() - 1);
        takeFocus();
    }

    private void takeFocus() {
        List<Node> all = rows.getChildren();
        if (rows.getScene() != null && here < all.size()) {
            all.get(here).requestFocus();
        }
    }

    private void showHint() {
        String key = model.hint().get();
        hint.setText(key == null ? "" : texts.text(key));
        hint.setVisible(key != null);
    }
}
