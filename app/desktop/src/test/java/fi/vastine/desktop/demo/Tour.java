package fi.vastine.desktop.demo;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.backend.county.DemoAccount;
import fi.vastine.desktop.Desktop;
import fi.vastine.desktop.HeadStart;
import fi.vastine.desktop.ui.UiDriver;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;

/**
 * The main job, done once by keys and mouse without a display, with a picture of each step.
 *
 * <p>A step that did not really happen, at the screen, at the backend or in the folder of mails, fails the tour.
 */
final class Tour implements AutoCloseable {

    private static final Logger log = Logger.getLogger("vastine.demo");
    private static final Path PICTURES = Path.of("target", "tour");
    private static final Pattern BLANK = Pattern.compile("\\[[^\\]]*\\]");
    private static final int LENGTH_TO_SEARCH = 20;
    private static final String ANSWER = "Soitan teille tällä viikolla. Älkää epäröikö kysyä lisää.";

    private final DemoBackend backend;
    private final Desktop desktop;
    private final UiDriver driver;
    private String customersWords = "";
    private int step;

    Tour(DemoSettings settings) {
        Folders.delete(PICTURES);
        UiDriver.startToolkit();
        Stage stage = UiDriver.onScreen(Stage::new);
        desktop = UiDriver.onScreen(() -> new Desktop(
                stage,
                new HeadStart(settings.profile(), settings.policy(), settings.clock()),
                "Kierros",
                new SimpleObjectProperty<>(ColorScheme.LIGHT)));
        backend = settings.backend();
        driver = UiDriver.of(stage);
    }

    void play() {
        signIn();
        lookAtTheInbox();
        openACase();
        writeADraft();
        loseTheNetwork();
        send();
        regainTheNetwork();
        askACustomer();
    }

    private void signIn() {
        DemoAccount aino = backend.accounts().getFirst();
        UiDriver.doOnScreen(desktop::open);
        driver.await("sign-in-button");
        driver.click("server").type(backend.address().toString());
        driver.click("user").type(aino.user());
        driver.click("password").type(aino.password());
        picture("sign-in");
        driver.click("sign-in-button");
    }

    private void lookAtTheInbox() {
        driver.await("inbox-list");
        driver.waitForText("Päivitetty klo");
        driver.waitForText("Osasto 2 Lehtola");
        driver.waitForText("Kaikki lähetetty");
        picture("inbox");
    }

    private void openACase() {
        driver.click("inbox-list").press(KeyCode.HOME).press(KeyCode.DOWN).press(KeyCode.ENTER);
        driver.waitUntil("a case that can be answered", () -> driver.shows("case-reply"));
        customersWords = UiDriver.onScreen(() -> beginning(driver.await("casefile")));
        picture("open");
    }

    private void writeADraft() {
        driver.press(KeyCode.R);
        TextInputControl text = (TextInputControl) driver.await("reply-text");
        driver.waitUntil("a prefilled reply", () -> !text.getText().isBlank());
        String prefilled = UiDriver.onScreen(text::getText);
        String written = BLANK.matcher(prefilled).replaceAll("tällä viikolla").strip() + "\n\n" + ANSWER;
        UiDriver.doOnScreen(() -> text.setText(written));
        driver.waitForText("Tallessa klo");
        picture("draft");
    }

    private void loseTheNetwork() {
        backend.stop();
        driver.waitForText("Ei verkkoa");
        picture("no-network");
    }

    private void send() {
        int before = backend.sentMails().size();
        driver.activate("reply-send");
        driver.await("undo");
        picture("sending");
        driver.waitUntil("the time to undo to pass", () -> !driver.shows("undo"));
        driver.waitForText("odottaa lähetystä, tallessa tällä koneella");
        openWhatWasSent();
        assertThat(backend.sentMails()).hasSize(before);
        picture("waits");
    }

    /** The next case is open by now: the one that was answered is found where handled ones are. */
    private void openWhatWasSent() {
        driver.activate("inbox-tab-handled");
        driver.press(KeyCode.CONTROL, KeyCode.K).type(customersWords);
        driver.press(KeyCode.ENTER).press(KeyCode.DOWN).press(KeyCode.ENTER);
        driver.waitForText("Odottaa lähetystä");
    }

    private void regainTheNetwork() {
        int before = backend.sentMails().size();
        backend.start();
        driver.waitForText("Kaikki lähetetty");
        driver.waitUntil("the mail to leave", () -> backend.sentMails().size() > before);
        List<Path> mails = backend.sentMails();
        assertThat(mails).as("one reply, sent once").hasSize(before + 1);
        assertThat(body(mails.getLast())).contains(ANSWER);
        driver.waitForText("Lähetetty klo");
        picture("sent");
    }

    /** A summer worker on another day: the laptop is turned to the customer, and there is no network. */
    private void askACustomer() {
        DemoAccount elias = backend.accounts().stream()
                .filter(each -> each.user().equals("elias"))
                .findFirst()
                .orElseThrow();
        UiDriver.doOnScreen(() -> desktop.signIn(backend.address(), elias.user(), elias.password(), ignored -> {}));
        driver.await("interview-units");
        driver.waitForText("Kaikki lähetetty");
        if (driver.shows("remedy")) {
            // She is offered a PIN once, as others work on this laptop too.
            driver.click("Sulje ilmoitus");
            UiDriver.doOnScreen(driver.await("interview-units")::requestFocus);
        }
        backend.stop();
        driver.waitForText("Ei verkkoa");
        driver.type("osasto 2 leh").press(KeyCode.TAB).click("Palaute hoidosta");
        driver.press(KeyCode.DIGIT1).press(KeyCode.SPACE);
        picture("who-is-asked");
        driver.press(KeyCode.ENTER).await("interview-words");
        driver.press(KeyCode.F11).await("interview-customer");
        picture("turned-to-the-customer");
        driver.click("answer-5").await("interview-words");
        driver.click("interview-stop-here").await("interview-give-back");
        driver.press(KeyCode.CONTROL, KeyCode.F11).await("interview-next-customer");
        driver.press(KeyCode.CONTROL, KeyCode.ENTER);
        driver.waitForText("Tänään 1 vastaaja");
        backend.start();
        driver.waitForText("Kaikki lähetetty");
        picture("asked-and-sent");
    }

    private static String beginning(Node casefile) {
        return casefile.lookup(".case-plain") instanceof Text text
                ? text.getText()
                        .substring(0, Math.min(LENGTH_TO_SEARCH, text.getText().length()))
                : "";
    }

    private static String body(Path mail) {
        try (ByteArrayInputStream bytes = new ByteArrayInputStream(Files.readAllBytes(mail))) {
            return new MimeMessage(Session.getInstance(new Properties()), bytes)
                    .getContent()
                    .toString();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (MessagingException noMail) {
            throw new AssertionError(mail + " is no mail", noMail);
        }
    }

    private void picture(String name) {
        step++;
        Path file = driver.picture(PICTURES.resolve("%02d-%s.png".formatted(step, name)));
        log.info(() -> "Tour: " + file);
    }

    @Override
    public void close() {
        UiDriver.doOnScreen(desktop::close);
        driver.close();
        backend.close();
    }
}
