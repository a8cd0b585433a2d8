package fi.vastine.bench;

import java.nio.file.Path;
import java.time.Clock;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * The program's window and a collector in it: twenty customers by the keys, twenty by touch.
 * {@code BedsideMain <folder> <backend> <user> <password>}
 */
final class BedsideMain {
    private static final int CUSTOMERS = 20;
    private static final int STATEMENTS = 7;
    private static final String WORDS = "#interview-words";

    private final Window window;
    private final Runs answers = new Runs();

    private BedsideMain(Window window) {
        this.window = window;
    }

    public static void main(String[] arguments) throws InterruptedException {
        Window window = Window.open(Path.of(arguments[0]), Clock.systemUTC());
        var signedIn = window.signIn(arguments[1], arguments[2], arguments[3]);
        var bedside = new BedsideMain(window);
        bedside.prepare();
        bedside.ask(BedsideMain::press);
        var keys = new Runs();
        var touch = new Runs();
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            keys.add(bedside.ask(BedsideMain::press));
        }
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            touch.add(bedside.ask(BedsideMain::tap));
        }
        signedIn.join();
        System.gc();
        Runtime memory = Runtime.getRuntime();
        System.out.println("form.answer.p50 " + bedside.answers.median("", "").value());
        System.out.println(
                "form.answer " + bedside.answers.percentile("", "", 99).value());
        System.out.println("interview.keys " + keys.median("", "").value());
        System.out.println("interview.touch " + touch.median("", "").value());
        System.out.println("interview.memory " + (memory.totalMemory() - memory.freeMemory()) / 1e6);
        System.exit(0);
    }

    /** How an answer is given: by its digit, or by pressing its card. */
    private interface Hand {
        void answer(Window window, int digit);
    }

    private static void press(Window window, int digit) {
        key(window, KeyCode.getKeyCode(Integer.toString(digit)));
    }

    private static void tap(Window window, int digit) {
        ((Button) window.node("#answer-" + digit)).fire();
    }

    /** Unit and form are chosen once a day. */
    private void prepare() throws InterruptedException {
        window.awaitDrawn(() -> window.find("#interview-units .text-field") != null && formNamed() != null);
        window.doAndAwaitDrawn(
                () -> {
                    var units = (TextField) window.node("#interview-units .text-field");
                    units.setText("osasto 2 leh");
                    Event.fireEvent(units, event(KeyEvent.KEY_PRESSED, KeyCode.TAB));
                    ToggleButton form = formNamed();
                    if (form != null) {
                        form.fire();
                    }
                },
                () -> window.find("#interview-unit") != null);
    }

    private @Nullable ToggleButton formNamed() {
        return window.all(".choice-answer")
                .filter(ToggleButton.class::isInstance)
                .map(ToggleButton.class::cast)
                .filter(each -> "Palaute hoidosta".equals(each.getText()))
                .findFirst()
                .orElse(null);
    }

    /** One customer from the start page to the next start page, in seconds. */
    private double ask(Hand hand) throws InterruptedException {
        Stopwatch whole = Stopwatch.started();
        window.doAndAwaitDrawn(
                () -> {
                    key(window, KeyCode.DIGIT1);
                    ((CheckBox) window.node("#interview-assent")).setSelected(true);
                    key(window, KeyCode.ENTER);
                },
                () -> window.find(WORDS) != null);
        for (int statement = 0; statement < STATEMENTS; statement++) {
            answer(() -> hand.answer(window, 4));
        }
        answer(() -> hand.answer(window, 9));
        window.doAndAwaitDrawn(
                () -> ((Button) window.node("#interview-next")).fire(),
                () -> window.find("#interview-next-customer") != null);
        window.doAndAwaitDrawn(
                () -> ((Button) window.node("#interview-next-customer")).fire(),
                () -> window.find("#interview-assent") != null);
        return whole.millis() / 1000;
    }

    /** From the key until the next question is drawn; its answer is on the disk by then. */
    private void answer(Runnable give) throws InterruptedException {
        String[] before = new String[1];
        long[] pressed = new long[1];
        window.doAndAwaitDrawn(
                () -> {
                    before[0] = words();
                    pressed[0] = System.nanoTime();
                    give.run();
                },
                () -> !words().equals(before[0]));
        answers.add((System.nanoTime() - pressed[0]) / 1e6);
    }

    private String words() {
        return window.find(WORDS) instanceof Label label ? label.getText() : "";
    }

    private static void key(Window window, KeyCode code) {
        Node owner = window.focused();
        Event.fireEvent(owner, event(KeyEvent.KEY_PRESSED, code));
        Event.fireEvent(owner, event(KeyEvent.KEY_RELEASED, code));
    }

    private static KeyEvent event(EventType<KeyEvent> type, KeyCode code) {
        return new KeyEvent(type, "", "", code, false, false, false, false);
    }
}
