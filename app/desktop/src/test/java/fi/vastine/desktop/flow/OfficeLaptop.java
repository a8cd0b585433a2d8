package fi.vastine.desktop.flow;

import fi.vastine.backend.county.DemoAccount;
import fi.vastine.core.key.FolderKeyStore;
import fi.vastine.core.profile.Profile;
import fi.vastine.desktop.Desktop;
import fi.vastine.desktop.HeadStart;
import fi.vastine.desktop.Policy;
import fi.vastine.desktop.ui.UiDriver;
import java.nio.file.Path;
import java.time.Clock;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;

/** One person's laptop with the real program in its window. */
final class OfficeLaptop implements AutoCloseable {
    private final CountyOffice office;
    private final Path folder;
    private final Clock clock;
    private Desktop desktop;
    private UiDriver driver;

    OfficeLaptop(CountyOffice office, Path folder, Clock clock) {
        this.office = office;
        this.folder = folder;
        this.clock = clock;
        UiDriver.startToolkit();
        Stage stage = UiDriver.onScreen(Stage::new);
        desktop = makeOn(stage);
        driver = UiDriver.of(stage);
        UiDriver.doOnScreen(desktop::open);
    }

    private Desktop makeOn(Stage stage) {
        return UiDriver.onScreen(() -> new Desktop(
                stage,
                new HeadStart(
                        Profile.open(folder), Policy.with(new FolderKeyStore(folder.resolve("key-store"))), clock),
                "Testikone",
                new SimpleObjectProperty<>(ColorScheme.LIGHT)));
    }

    UiDriver driver() {
        return driver;
    }

    Path folder() {
        return folder;
    }

    /** Signs in by the form, as on the first day. */
    void fillSignIn(String user, String password) {
        driver.await("sign-in-button");
        fill("server", office.address().toString());
        fill("user", user);
        fill("password", password);
        driver.click("sign-in-button");
    }

    /** Signs in and waits for the inbox to be up to date. */
    UiDriver signIn(String user) {
        DemoAccount account = office.account(user);
        UiDriver.doOnScreen(() -> desktop.signIn(office.address(), account.user(), account.password(), ignored -> {}));
        driver.await("inbox-list");
        driver.waitForText("Kaikki lähetetty");
        return driver;
    }

    /** Closes the program and starts it again on what it left on the disk. */
    UiDriver startAgain() {
        shut();
        return start();
    }

    void shut() {
        UiDriver.doOnScreen(desktop::close);
        driver.close();
    }

    UiDriver start() {
        Stage stage = UiDriver.onScreen(Stage::new);
        desktop = makeOn(stage);
        driver = UiDriver.of(stage);
        UiDriver.doOnScreen(desktop::open);
        return driver;
    }

    /** Finds a case by its words and opens it, as one does with the keyboard; the search is given up again. */
    void openCase(String words) {
        driver.press(KeyCode.CONTROL, KeyCode.K).type(words);
        driver.waitForText(words);
        driver.press(KeyCode.ENTER).press(KeyCode.DOWN).press(KeyCode.ENTER);
        waitForCase(words);
        driver.press(KeyCode.CONTROL, KeyCode.K).press(KeyCode.ESCAPE);
        waitForCase(words);
    }

    void waitForCase(String words) {
        driver.waitUntil("the case “" + words + "” to be open", () -> isOpen(words));
    }

    boolean isOpen(String words) {
        // On the screen's thread nothing may be waited for: a case that is still being read is not shown yet.
        return UiDriver.onScreen(() -> driver.shows("casefile") && says(driver.await("casefile"), words));
    }

    private static boolean says(Node node, String words) {
        if (node instanceof Text text && text.getText().contains(words)) {
            return true;
        }
        return node instanceof Parent parent
                && parent.getChildrenUnmodifiable().stream().anyMatch(each -> says(each, words));
    }

    /** Puts a whole text into a field at once. */
    void fill(String id, String text) {
        TextInputControl field = (TextInputControl) driver.await(id);
        UiDriver.doOnScreen(() -> field.setText(text));
    }

    String written(String id) {
        TextInputControl field = (TextInputControl) driver.await(id);
        return UiDriver.onScreen(field::getText);
    }

    /** What has the focus now, by its id; empty where it has none. */
    String focused() {
        return UiDriver.onScreen(() -> {
            Node owner = driver.stage().getScene().getFocusOwner();
            return owner == null || owner.getId() == null ? "" : owner.getId();
        });
    }

    @Override
    public void close() {
        shut();
    }
}
