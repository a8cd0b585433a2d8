package fi.vastine.desktop.casefile;

import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.cases.FeedbackKind;
import fi.vastine.contract.due.WorkingDays;
import fi.vastine.desktop.casework.Hidden;
import fi.vastine.desktop.control.ActionButton;
import fi.vastine.desktop.control.Icons;
import fi.vastine.desktop.shell.Shortcut;
import fi.vastine.desktop.text.Texts;
import fi.vastine.desktop.text.Times;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Separator;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The open case from top to bottom, with a place in it for writing a reply. To be used on the screen's thread. */
public final class CasefileView {
    private final CasefileViewModel model;
    private final Texts texts;
    private final Times times;
    private final CaseWords words;
    private final HeadSection headSection;
    private final TextSection textSection;
    private final AnswersSection answersSection;
    private final ScanSection scanSection;
    private final PastSection pastSection;
    private final Panels panels;

    private final StackPane root = new StackPane();
    private final VBox content = new VBox();
    private final ScrollPane scroll = new ScrollPane(content);
    private final VBox absent = new VBox();
    private final Slot head = new Slot();
    private final Slot message = new Slot();
    private final Slot answers = new Slot();
    private final Slot scan = new Slot();
    private final Slot panel = new Slot();
    private final Slot replies = new Slot();
    private final Slot drafts = new Slot();
    private final Slot history = new Slot();
    private final FlowPane actions = new FlowPane();
    private final Label why = new Label();
    private final Map<CaseAction, ActionButton> buttons = new EnumMap<>(CaseAction.class);
    private final MenuButton more = new MenuButton();

    /**
     * @param reply what stands below the customer's text while a reply is written; it shows and hides itself
     */
    public CasefileView(CasefileViewModel model, Texts texts, Times times, WorkingDays workingDays, Node reply) {
        this.model = model;
        this.texts = texts;
        this.times = times;
        words = new CaseWords(texts, times, workingDays);
        headSection = new HeadSection(model, words);
        textSection = new TextSection(model, words);
        answersSection = new AnswersSection(words, texts);
        scanSection = new ScanSection(model.scan(), words);
        pastSection = new PastSection(model, words);
        panels = new Panels(model, words, texts);

        makeActions();
        why.getStyleClass().addAll("soon", "strong", "small", "case-why");
        why.setId("case-why");
        why.setWrapText(true);
        why.managedProperty().bind(why.visibleProperty());
        content.getStyleClass().add("casefile");
        content.getChildren()
                .addAll(
                        head,
                        message,
                        answers,
                        scan,
                        reply,
                        actions,
                        why,
                        panel,
                        replies,
                        drafts,
                        new Separator(),
                        history);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setId("casefile");
        scroll.accessibleTextProperty().bind(texts.live("case.pane"));
        absent.getStyleClass().add("inbox-empty");
        absent.setAlignment(Pos.CENTER);
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::closeOnEscape);
        follow(reply);
    }

    public Parent node() {
        return root;
    }

    /** Puts the focus on the case, so that it can be scrolled and its keys act. */
    public void focus() {
        scroll.requestFocus();
    }

    /** The keys that act on the open case. */
    public List<Shortcut> shortcuts() {
        return List.of(
                Shortcut.single(KeyCode.R, "case.reply", () -> model.act(CaseAction.REPLY)),
                Shortcut.single(KeyCode.S, "case.move", () -> model.act(CaseAction.MOVE)),
                Shortcut.single(KeyCode.T, "case.theme", () -> model.act(CaseAction.THEME)),
                Shortcut.single(KeyCode.N, "case.note", () -> model.act(CaseAction.NOTE)),
                Shortcut.single(KeyCode.P, "case.thank", () -> model.act(CaseAction.THANK)),
                Shortcut.single(KeyCode.E, "case.close", () -> model.act(CaseAction.CLOSE)));
    }

    private void makeActions() {
        actions.getStyleClass().add("case-actions");
        actions.managedProperty().bind(actions.visibleProperty());
        actions.getChildren()
                .addAll(
                        button(CaseAction.REPLY, Feather.CORNER_UP_LEFT, "case.reply", "R"),
                        button(CaseAction.MOVE, Feather.ARROW_RIGHT, "case.move", "S"),
                        button(CaseAction.THEME, Feather.TAG, "case.theme", "T"),
                        button(CaseAction.NOTE, Feather.FILE_TEXT, "case.note", "N"),
                        button(CaseAction.THANK, Feather.HEART, "case.thank", "P"));
        more.setGraphic(Icons.of(Feather.MORE_HORIZONTAL));
        more.setId("case-more");
        more.accessibleTextProperty().bind(texts.live("case.more"));
        more.getItems()
                .addAll(
                        item("case.take-up", CaseAction.TAKE_UP),
                        item("case.reopen", CaseAction.REOPEN),
                        item("case.change-kind", CaseAction.KIND),
                        item("case.hand-over", CaseAction.HAND_OVER),
                        withdraw());
        // Bound to the last action, so that it never stands alone on a row of its own.
        HBox last = new HBox(button(CaseAction.CLOSE, Feather.CHECK, "case.close", "E"), more);
        last.getStyleClass().add("case-buttons");
        actions.getChildren().add(last);
    }

    private ActionButton button(CaseAction action, Feather icon, String key, String letter) {
        ActionButton button =
                new ActionButton(icon, texts.live(key), letter, () -> model.act(action), reason -> model.act(action));
        button.setId(key.replace('.', '-'));
        buttons.put(action, button);
        return button;
    }

    private MenuItem item(String key, CaseAction action) {
        MenuItem item = new MenuItem();
        item.textProperty().bind(texts.live(key));
        item.setOnAction(event -> model.act(action));
        return item;
    }

    private MenuItem withdraw() {
        MenuItem item = item("entered.withdraw", CaseAction.WITHDRAW);
        item.setId("case-withdraw");
        model.shown()
                .subscribe(
                        now -> item.setVisible(now != null && CaseAction.isForWithdrawal(now.feedback(), now.scope())));
        return item;
    }

    private void follow(Node reply) {
        model.shown().subscribe((before, now) -> {
            if (before == null
                    || now == null
                    || !before.feedback().id().equals(now.feedback().id())) {
                scroll.setVvalue(0);
                textSection.fold();
            }
        });
        model.shown().subscribe(ignored -> draw());
        model.hidden().codes().subscribe((before, now) -> {
            boolean here = hasFocus(message);
            draw();
            if (now == Hidden.Codes.ASKED) {
                textSection.focusOnReasons(message).ifPresent(this::reveal);
            } else if (here) {
                focus();
            }
        });
        model.hidden().contactShown().subscribe(ignored -> draw());
        model.scan().shown().subscribe(ignored -> draw());
        model.absence().subscribe(ignored -> draw());
        model.panel().subscribe((before, now) -> {
            boolean here = hasFocus(panel);
            draw();
            if (now != null) {
                reveal(panel);
            } else if (here) {
                focus();
            }
        });
        model.replying().subscribe(writing -> {
            textSection.fold();
            draw();
            if (writing) {
                reveal(reply);
            } else {
                focus();
            }
        });
        model.why().subscribe(key -> {
            why.setText(key == null ? "" : texts.text(key));
            why.setVisible(key != null);
        });
        texts.language().subscribe(ignored -> draw());
    }

    /** Whether somebody is at it: who moves through the list meanwhile stays there. */
    private boolean hasFocus(Node part) {
        Scene scene = root.getScene();
        Node owner = scene == null ? null : scene.getFocusOwner();
        while (owner != null && !owner.equals(part)) {
            owner = owner.getParent();
        }
        return owner != null;
    }

    /** Where the window is low or the text large, what one is about to write in is brought up to the head. */
    private void reveal(Node part) {
        Scene scene = root.getScene();
        if (scene != null) {
            scene.addPostLayoutPulseListener(new Runnable() {
                @Override
                public void run() {
                    scene.removePostLayoutPulseListener(this);
                    scrollTo(part);
                }
            });
        }
    }

    private void scrollTo(Node part) {
        double room = scroll.getViewportBounds().getHeight();
        double beyond = content.getHeight() - room;
        Bounds place = content.sceneToLocal(part.localToScene(part.getBoundsInLocal()));
        if (beyond > 0 && place.getMaxY() > room) {
            double top = Math.min(place.getMinY(), place.getMaxY() - room);
            scroll.setVvalue(Math.clamp(top / beyond, 0, 1));
        }
    }

    private void draw() {
        Casefile file = model.shown().get();
        // Only what is to be seen is in the window: an empty pane costs the start nothing.
        Node seen = file == null ? absent : scroll;
        if (!root.getChildren().contains(seen)) {
            root.getChildren().setAll(seen);
        }
        if (file == null) {
            drawAbsence();
            return;
        }
        FeedbackCase shown = file.feedback();
        Object language = texts.language().get();
        boolean writing = model.replying().get();
        head.show(
                () -> headSection.of(file),
                file,
                language,
                times.today(),
                model.hidden().contactShown().get());
        drawMessage();
        answers.show(
                () -> writing ? null : answersSection.of(shown.origin().answers()),
                shown.origin().answers(),
                language,
                writing);
        Scan.Shown page = model.scan().shown().get();
        scan.show(() -> scanSection.of(shown, page), shown.id(), shown.origin().answers(), language, page);
        drawPanel(file, language);
        replies.show(() -> shown.replies().isEmpty() ? null : pastSection.replies(shown), shown.replies(), language);
        drafts.show(
                () -> shown.drafts().isEmpty() ? null : pastSection.drafts(shown, file.reference()),
                shown.drafts(),
                file.reference(),
                language,
                writing);
        history.show(
                () -> pastSection.history(shown, file.reference()),
                shown.history(),
                shown.notes(),
                file.reference(),
                language);
        actions.setVisible(!writing);
        drawActions(shown);
    }

    /** What can never be done with this case is left out; what cannot be done yet says why. */
    private void drawActions(FeedbackCase shown) {
        CaseAction main = CaseAction.mainFor(shown);
        buttons.forEach((action, button) -> {
            boolean fits = switch (action) {
                case REPLY -> shown.replyWish() != null;
                case THANK -> shown.kind() == FeedbackKind.THANKS;
                default -> true;
            };
            button.setVisible(fits);
            button.setManaged(fits);
            if (action == main) {
                button.main();
            } else {
                button.beside();
            }
            button.hinder(model.hindrance(action).map(texts::text).orElse(null));
        });
    }

    private void drawMessage() {
        Casefile file = model.shown().get();
        if (file != null) {
            message.show(
                    () -> textSection.words(file.feedback(), this::redrawMessage),
                    file.feedback().messages(),
                    texts.language().get(),
                    model.hidden().codes().get(),
                    model.replying().get());
        }
    }

    private void redrawMessage() {
        Casefile file = model.shown().get();
        if (file != null) {
            message.show(() -> textSection.words(file.feedback(), this::redrawMessage), "unfolded");
        }
    }

    private void drawPanel(Casefile file, Object language) {
        CasefileViewModel.Panel open = model.panel().get();
        boolean listsThemes = open == CasefileViewModel.Panel.THEME;
        panel.show(
                () -> open == null ? null : opened(open, file),
                open,
                file.feedback().id(),
                language,
                listsThemes ? file.feedback().themes() : List.of());
    }

    private Node opened(CasefileViewModel.Panel open, Casefile file) {
        Panels.Opened opened = panels.of(open, file);
        opened.node().sceneProperty().subscribe(scene -> {
            if (scene != null && model.isPanelAskedFor()) {
                opened.first().requestFocus();
            }
        });
        return opened.node();
    }

    private void drawAbsence() {
        if (model.absence().get() == CasefileViewModel.Absence.OPENING) {
            absent.getChildren().clear();
            return;
        }
        boolean gone = model.absence().get() == CasefileViewModel.Absence.GONE;
        Label what = new Label(texts.text(gone ? "case.gone" : "case.choose"));
        what.getStyleClass().addAll("strong", "large");
        what.setWrapText(true);
        Label hint = new Label(texts.text(gone ? "case.gone-hint" : "case.choose-hint"));
        hint.getStyleClass().add("muted");
        hint.setWrapText(true);
        absent.getChildren().setAll(Icons.of(gone ? Feather.EYE_OFF : Feather.BOOK_OPEN), what, hint);
    }

    private void closeOnEscape(KeyEvent event) {
        if (event.getCode() != KeyCode.ESCAPE) {
            return;
        }
        if (model.hidden().codes().get() == Hidden.Codes.ASKED) {
            model.hidden().askForCodes();
            event.consume();
        } else if (model.panel().get() != null) {
            model.closePanel();
            event.consume();
        }
    }
}
