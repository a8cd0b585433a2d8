package fi.vastine.desktop.shell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The frame itself. Builds what a place shows when the place is first opened, and sends keys where they belong. */
public final class ShellView extends StackPane {

    private final ShellViewModel shell;
    private final Map<String, Node> built = new HashMap<>();
    private final BorderPane work = new BorderPane();
    private final TopBar topBar;
    private final List<Shortcut> everywhere;
    private @Nullable KeysView keys;
    private @Nullable Node focusBeforeKeys;
    private boolean letterTaken;

    /**
     * Makes the frame.
     *
     * @param foot the foot of the rail
     */
    public ShellView(ShellViewModel shell, Node foot, Leaving leaving) {
        this.shell = shell;
        setId("shell");
        topBar = new TopBar(shell, this::showKeys, leaving);
        everywhere = List.of(
                Shortcut.withControl(KeyCode.K, "shell.search-key", topBar::focusSearch),
                Shortcut.withControl(KeyCode.L, "shell.lock", leaving.lock()),
                new Shortcut(Leaving.HAND_OVER, "shell.hand-over", leaving.handOver()),
                Shortcut.single(KeyCode.Z, "shell.undo-key", shell.notices()::undoLatest));

        work.setTop(new TroublesView(shell));
        BorderPane right = new BorderPane(work, topBar, null, null, null);
        RailView rail = new RailView(shell, foot);
        BorderPane frame = new BorderPane(right, null, null, null, rail);
        getChildren().setAll(frame, new NoticesView(shell.notices(), shell.texts()));

        rail.narrowIn(widthProperty());
        shell.openPlace().subscribe(this::show);
        addEventFilter(KeyEvent.KEY_PRESSED, this::whileHeld);
        addEventFilter(KeyEvent.KEY_TYPED, this::notToBeTyped);
        addEventHandler(KeyEvent.KEY_PRESSED, this::letter);
        addEventHandler(KeyEvent.KEY_TYPED, this::questionMark);
    }

    private void show(@Nullable Place place) {
        work.setCenter(place == null ? null : built.computeIfAbsent(place.id(), ignored -> build(place)));
    }

    private Node build(Place place) {
        return switch (place.panes().get()) {
            case Place.Panes.Whole whole -> whole.pane();
            case Place.Panes.ListAndDetail both -> new ListAndDetailView(both, shell.texts());
        };
    }

    /** Keys with Ctrl act everywhere, also while a text is being written. */
    private void whileHeld(KeyEvent event) {
        letterTaken = false;
        if (event.isShortcutDown()) {
            act(event);
        } else if (event.getCode() == KeyCode.ESCAPE && keys != null) {
            hideKeys();
            event.consume();
        }
    }

    /** Single keys act only when nobody is writing and no control has taken them. */
    private void letter(KeyEvent event) {
        if (!event.isShortcutDown() && keys == null && !isWriting()) {
            act(event);
            letterTaken = event.isConsumed();
        }
    }

    /** A letter that acted may have led to a field, and must not be written there. */
    private void notToBeTyped(KeyEvent event) {
        if (letterTaken) {
            letterTaken = false;
            event.consume();
        }
    }

    private void act(KeyEvent event) {
        Stream<Shortcut> live = active().filter(shortcut -> lettersAct() || !shortcut.isSingleLetter());
        live.filter(shortcut -> shortcut.matches(event)).findFirst().ifPresent(shortcut -> {
            event.consume();
            shortcut.action().run();
        });
    }

    /** Where the question mark lies depends on the keyboard, so the sign counts and not the key. */
    private void questionMark(KeyEvent event) {
        if ("?".equals(event.getCharacter()) && keys == null && lettersAct()) {
            event.consume();
            showKeys();
        }
    }

    private boolean lettersAct() {
        return shell.singleLetters().get() == SingleLetters.ON && !isWriting();
    }

    private boolean isWriting() {
        return getScene() != null && getScene().getFocusOwner() instanceof TextInputControl;
    }

    private Stream<Shortcut> active() {
        Place place = shell.openPlace().get();
        Stream<Shortcut> here = place == null ? Stream.empty() : place.shortcuts().get().stream();
        return Stream.concat(here, Stream.concat(shell.anywhere().stream(), everywhere.stream()));
    }

    private void showKeys() {
        if (keys == null) {
            focusBeforeKeys = getScene().getFocusOwner();
            KeysView sheet = new KeysView(
                    shell.texts(), active().toList(), shell.singleLetters().get(), this::hideKeys);
            keys = sheet;
            getChildren().add(sheet);
            sheet.takeFocus();
        }
    }

    private void hideKeys() {
        getChildren().remove(keys);
        keys = null;
        if (focusBeforeKeys != null) {
            focusBeforeKeys.requestFocus();
        }
    }
}
