package fi.vastine.bench;

import fi.vastine.core.key.FolderKeyStore;
import fi.vastine.core.profile.Profile;
import fi.vastine.core.session.ServerAddress;
import fi.vastine.core.session.Session;
import fi.vastine.core.session.SignInResult;
import fi.vastine.desktop.Desktop;
import fi.vastine.desktop.HeadStart;
import fi.vastine.desktop.Policy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.skin.VirtualFlow;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The program's own window on the screen, or on the headless one, with a sign-in waiting in it. */
final class Window {
    private static final Logger LOG = LoggerFactory.getLogger(Window.class);
    private static final long PATIENCE = 120;

    private final Desktop desktop;
    private final Stage stage;

    private Window(Desktop desktop, Stage stage) {
        this.desktop = desktop;
        this.stage = stage;
    }

    /** Opens the program on what is in a folder, as its own start does, and returns when its window is drawn. */
    static Window open(Path folder, Clock clock) throws InterruptedException {
        var begun = new HeadStart(
                        Profile.open(folder), Policy.with(new FolderKeyStore(folder.resolve("key-store"))), clock)
                .begin();
        var opened = new CompletableFuture<Window>();
        Platform.startup(() -> {
            var stage = new Stage();
            var desktop = new Desktop(
                    stage, begun, "new laptop", Platform.getPreferences().colorSchemeProperty());
            desktop.open();
            opened.complete(new Window(desktop, stage));
        });
        // JavaFX would keep a process alive whose measuring thread has given up.
        Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> {
            LOG.error("Not drawn", failure);
            System.exit(1);
        });
        Window window = opened.join();
        window.awaitDrawn(() -> true);
        return window;
    }

    /** Signs in; the session is there when the program says so. */
    CompletableFuture<Session> signIn(String backend, String user, String password) {
        var signedIn = new CompletableFuture<Session>();
        Platform.runLater(() -> desktop.signIn(new ServerAddress(URI.create(backend)), user, password, result -> {
            if (result instanceof SignInResult.SignedIn in) {
                signedIn.complete(in.session());
            } else {
                signedIn.completeExceptionally(new IllegalStateException("not signed in: " + result));
            }
        }));
        return signedIn;
    }

    /** Waits until a drawing of the window shows cases in the list. */
    void awaitCases() throws InterruptedException {
        awaitDrawn(() -> {
            VirtualFlow<?> list = list();
            IndexedCell<?> first = list == null ? null : list.getFirstVisibleCell();
            return first != null && first.getItem() != null;
        });
    }

    /** The rows of the inbox; absent before there is an inbox. To be used on the screen's thread. */
    @Nullable
    VirtualFlow<?> list() {
        return stage.getScene().lookup("#inbox-list .virtual-flow") instanceof VirtualFlow<?> flow ? flow : null;
    }

    /** What has the selector now; absent if nothing has. To be used on the screen's thread. */
    @Nullable
    Node find(String selector) {
        return stage.getScene().lookup(selector);
    }

    /** What has the selector; throws {@link IllegalStateException} if nothing has. To be used on the screen's thread. */
    Node node(String selector) {
        Node found = find(selector);
        if (found == null) {
            throw new IllegalStateException("not shown: " + selector);
        }
        return found;
    }

    /** All that have the selector. To be used on the screen's thread. */
    Stream<Node> all(String selector) {
        return stage.getScene().getRoot().lookupAll(selector).stream();
    }

    /** Where keys go now. To be used on the screen's thread. */
    Node focused() {
        Node owner = stage.getScene().getFocusOwner();
        return owner == null ? stage.getScene().getRoot() : owner;
    }

    /** Does something on the screen's thread and waits for the drawing that shows what is wanted. */
    void doAndAwaitDrawn(Runnable work, BooleanSupplier asWanted) throws InterruptedException {
        var done = new CompletableFuture<Boolean>();
        Platform.runLater(() -> {
            try {
                work.run();
                done.complete(true);
            } catch (IllegalStateException notThere) {
                done.completeExceptionally(notThere);
            }
        });
        awaitDrawn(asWanted);
        done.join();
    }

    /** Waits for a drawing that shows what is wanted. */
    void awaitDrawn(BooleanSupplier asWanted) throws InterruptedException {
        var drawn = new CountDownLatch(1);
        Platform.runLater(() -> {
            Scene scene = stage.getScene();
            Runnable[] look = new Runnable[1];
            look[0] = () -> {
                if (asWanted.getAsBoolean()) {
                    scene.removePostLayoutPulseListener(look[0]);
                    drawn.countDown();
                }
            };
            scene.addPostLayoutPulseListener(look[0]);
            Platform.requestNextPulse();
        });
        if (!drawn.await(PATIENCE, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the window did not come to show it");
        }
    }
}
