package fi.vastine.desktop.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/**
 * Drives a window as a person would: with mouse and keys, and by the names a screen reader says.
 *
 * <p>Called from the test's own thread. The headless screen is 1000 × 1000, so windows keep within it; pictures are laid
 * out larger.
 */
public final class UiDriver implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final double WINDOW_WIDTH = 1000;
    private static final double WINDOW_HEIGHT = 900;
    private static final double PICTURE_WIDTH = 1440;
    private static final double PICTURE_HEIGHT = 900;

    private final FxRobot robot = new FxRobot();
    private final Stage stage;

    private UiDriver(Stage stage) {
        this.stage = stage;
    }

    /** Starts the toolkit if it has not been, and does nothing else. */
    public static void startToolkit() {
        try {
            FxToolkit.registerPrimaryStage();
            Platform.setImplicitExit(false);
        } catch (TimeoutException slow) {
            throw new AssertionError("JavaFX did not start", slow);
        }
    }

    /** Opens a window with the scene made on the screen's thread. */
    public static UiDriver open(Supplier<? extends Parent> root) {
        startToolkit();
        return new UiDriver(onScreen(() -> {
            Stage stage = new Stage();
            stage.setScene(new Scene(root.get(), WINDOW_WIDTH, WINDOW_HEIGHT));
            stage.setX(0);
            stage.setY(0);
            stage.show();
            stage.requestFocus();
            return stage;
        }));
    }

    /** Drives a window that the program itself has opened. */
    public static UiDriver of(Stage stage) {
        return new UiDriver(stage);
    }

    /** Does something on the screen's thread and waits for its result. */
    public static <T> T onScreen(Callable<T> work) {
        if (Platform.isFxApplicationThread()) {
            return call(work);
        }
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        try {
            return task.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            throw new AssertionError(failed.getCause());
        } catch (TimeoutException slow) {
            throw new AssertionError("The screen did not answer", slow);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    /** Does something on the screen's thread and waits until it is done. */
    public static void doOnScreen(Runnable work) {
        onScreen(() -> {
            work.run();
            return true;
        });
    }

    /** Lets the screen be drawn: whatever was asked for before has been laid out afterwards. */
    public void settle() {
        for (int pulse = 0; pulse < 2; pulse++) {
            CountDownLatch drawn = new CountDownLatch(1);
            doOnScreen(() -> {
                Runnable[] once = new Runnable[1];
                once[0] = () -> {
                    stage.getScene().removePostLayoutPulseListener(once[0]);
                    drawn.countDown();
                };
                stage.getScene().addPostLayoutPulseListener(once[0]);
                Platform.requestNextPulse();
            });
            try {
                if (!drawn.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                    throw new AssertionError("The screen was not drawn");
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new AssertionError(interrupted);
            }
        }
    }

    /** Clicks what has this id, or this accessible name, once it is there. */
    public UiDriver click(String idOrName) {
        await(idOrName);
        settle();
        // What was made anew meanwhile has the same name.
        robot.clickOn(await(idOrName));
        settle();
        return this;
    }

    /** Clicks twice, as a shaking hand does. */
    public UiDriver doubleClick(Node node) {
        settle();
        robot.doubleClickOn(node);
        settle();
        return this;
    }

    /** Moves the focus to it and presses the space bar, as one does without a mouse; also where it is scrolled out of sight. */
    public UiDriver activate(String idOrName) {
        Node node = await(idOrName);
        doOnScreen(node::requestFocus);
        settle();
        return press(KeyCode.SPACE);
    }

    /** Types into what has the focus, any letter a keyboard can make. */
    public UiDriver type(String text) {
        robot.write(text);
        settle();
        return this;
    }

    /** Types a sign whose key lies elsewhere on each keyboard: the window is given the sign itself. */
    public UiDriver typeSign(String sign) {
        doOnScreen(() -> {
            Node target = stage.getScene().getFocusOwner();
            Event.fireEvent(
                    target, new KeyEvent(KeyEvent.KEY_TYPED, sign, "", KeyCode.UNDEFINED, false, false, false, false));
        });
        settle();
        return this;
    }

    /** Presses keys together, as in {@code press(CONTROL, K)}. */
    public UiDriver press(KeyCode... keys) {
        robot.push(keys);
        settle();
        return this;
    }

    /** Waits until it is so, asked on the screen's thread; fails with the words given after twenty seconds. */
    public UiDriver waitUntil(String what, Callable<Boolean> condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!onScreen(condition)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Waited in vain: " + what + "\nOn the screen:\n" + String.join("\n", words()));
            }
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
        return this;
    }

    /** Waits until some text on the screen contains these words. */
    public UiDriver waitForText(String part) {
        return waitUntil("“" + part + "” to be shown", () -> words().stream().anyMatch(word -> word.contains(part)));
    }

    /** Whether something of this id or accessible name is shown now. */
    public boolean shows(String idOrName) {
        return onScreen(() -> find(idOrName) != null);
    }

    /** The text of the label, button or field of this id or accessible name, once it is there. */
    public String text(String idOrName) {
        Node node = await(idOrName);
        return onScreen(() -> textOf(node));
    }

    /** Every text shown now, window by window, in the order of the scene. */
    public List<String> words() {
        return onScreen(() -> shown().map(UiDriver::textOf)
                .filter(word -> !word.isBlank())
                .distinct()
                .toList());
    }

    /** The node of this id or accessible name, once it is there. */
    public Node await(String idOrName) {
        waitUntil("“" + idOrName + "” to appear", () -> find(idOrName) != null);
        Node node = onScreen(() -> find(idOrName));
        if (node == null) {
            throw new AssertionError("“" + idOrName + "” has gone again");
        }
        return node;
    }

    /** What a person with a screen reader, or with larger text, would miss in this window. */
    public List<String> complaints() {
        settle();
        return onScreen(() -> new SceneWalk(stage.getScene().getRoot()).complaints());
    }

    /** A picture of the window laid out at 1440 × 900, and what a person would miss in it. */
    public List<String> complaintsInPicture(String name) {
        settle();
        List<String> complaints = new ArrayList<>();
        write(
                pictureFile(name),
                onScreen(() -> laidOut(root -> {
                    complaints.addAll(new SceneWalk(root).complaints());
                    return pictureOf(root);
                })));
        return complaints;
    }

    /** A picture of the window laid out at 1440 × 900, as {@code target/pictures/<name>.png}. */
    public Path picture(String name) {
        return picture(pictureFile(name));
    }

    /** A picture of the window laid out at 1440 × 900, in the file given. */
    public Path picture(Path file) {
        settle();
        return write(file, onScreen(() -> laidOut(UiDriver::pictureOf)));
    }

    private static Path pictureFile(String name) {
        return Path.of("target", "pictures", name + ".png");
    }

    private static Path write(Path file, WritableImage image) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, Png.of(image));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return file;
    }

    /** A picture of the window as large as it is, as {@code target/pictures/<name>.png}. */
    public Path pictureOfWindow(String name) {
        settle();
        return write(pictureFile(name), onScreen(() -> stage.getScene().snapshot(null)));
    }

    /** Looks at the scene while it is as large as a picture. */
    private <T> T laidOut(Function<Parent, T> look) {
        Scene scene = stage.getScene();
        Parent root = scene.getRoot();
        layOut(root, PICTURE_WIDTH, PICTURE_HEIGHT);
        T seen = look.apply(root);
        layOut(root, scene.getWidth(), scene.getHeight());
        return seen;
    }

    private static WritableImage pictureOf(Parent root) {
        SnapshotParameters whole = new SnapshotParameters();
        whole.setViewport(new Rectangle2D(0, 0, PICTURE_WIDTH, PICTURE_HEIGHT));
        return root.snapshot(whole, null);
    }

    private static void layOut(Parent root, double width, double height) {
        for (int pass = 0; pass < 3; pass++) {
            root.resize(width, height);
            root.applyCss();
            root.layout();
        }
    }

    /** The window driven. */
    public Stage stage() {
        return stage;
    }

    private @Nullable Node find(String idOrName) {
        return shown().filter(node -> idOrName.equals(node.getId()))
                .findFirst()
                .or(() ->
                        shown().filter(node -> idOrName.equals(Names.of(node))).findFirst())
                .orElse(null);
    }

    private static Stream<Node> shown() {
        return List.copyOf(Window.getWindows()).reversed().stream()
                .filter(Window::isShowing)
                .flatMap(window -> shown(window.getScene().getRoot()));
    }

    static Stream<Node> shown(Node node) {
        if (!node.isVisible()) {
            return Stream.empty();
        }
        Stream<Node> below = node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream().flatMap(UiDriver::shown)
                : Stream.empty();
        return Stream.concat(Stream.of(node), below);
    }

    private static String textOf(Node node) {
        String text = switch (node) {
            case Labeled labeled -> labeled.getText();
            case TextInputControl input -> input.getText();
            case Text words -> words.getText();
            default -> "";
        };
        return text == null ? "" : text;
    }

    private static <T> T call(Callable<T> work) {
        try {
            return work.call();
        } catch (RuntimeException unchecked) {
            throw unchecked;
        } catch (Exception checked) {
            throw new AssertionError(checked);
        }
    }

    @Override
    public void close() {
        doOnScreen(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
    }
}
