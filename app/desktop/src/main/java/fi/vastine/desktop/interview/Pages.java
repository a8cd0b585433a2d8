package fi.vastine.desktop.interview;

import fi.vastine.contract.form.FormItem;
import fi.vastine.core.session.Interview;
import fi.vastine.core.session.Interviews;
import fi.vastine.desktop.text.Texts;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** One page at a time with its foot; held keys and double taps answer one question, not those that follow. */
final class Pages extends BorderPane {
    private static final Page NOTHING = new Page() {
        @Override
        public Node node() {
            return new Region();
        }

        @Override
        public List<Node> ways() {
            return List.of();
        }
    };

    private final InterviewViewModel model;
    private final Texts texts;
    private final Side side;
    private final Function<Interviews.State, Page> between;
    private final FlowPane ways = new FlowPane();
    private final Set<KeyCode> held = EnumSet.noneOf(KeyCode.class);
    private final Queue<Runnable> ahead = new ArrayDeque<>();
    private final Subscription told;
    private Page page = NOTHING;

    /**
     * @param between the page while nobody is asked
     * @param right what stands at the right of the foot
     */
    Pages(
            InterviewViewModel model,
            Texts texts,
            Side side,
            Function<Interviews.State, Page> between,
            List<? extends Node> right) {
        this.model = model;
        this.texts = texts;
        this.side = side;
        this.between = between;
        getStyleClass().add("interview");
        setBottom(foot(right));
        addEventFilter(KeyEvent.KEY_PRESSED, this::onceEach);
        addEventFilter(KeyEvent.KEY_RELEASED, event -> held.remove(event.getCode()));
        addEventFilter(MouseEvent.MOUSE_PRESSED, this::firstTap);
        addEventHandler(KeyEvent.KEY_PRESSED, this::betweenPages);
        told = model.state()
                .subscribe(this::draw)
                .and(model.keeping().subscribe(ignored -> catchUp()))
                .and(texts.language()
                        .subscribe(ignored -> draw(null, model.state().get())));
    }

    private void onceEach(KeyEvent event) {
        if (isWriting(event.getTarget())) {
            held.add(event.getCode());
        } else if (!held.add(event.getCode())) {
            event.consume();
        } else if (model.keeping().get()) {
            event.consume();
            ahead.add(() -> page.press(event));
        }
    }

    /** What was pressed while an answer went to the disk is meant for the question that follows it. */
    private void catchUp() {
        if (model.diskFull().get()) {
            // The question before is still there: what was meant for those behind it is no answer to it.
            ahead.clear();
        }
        while (!ahead.isEmpty() && !model.keeping().get()) {
            ahead.remove().run();
        }
    }

    /** What holds whichever question shows waits for the answer that is on its way to the disk, as keys do. */
    private void inTurn(Runnable chosen) {
        if (model.keeping().get()) {
            ahead.add(chosen);
        } else {
            chosen.run();
        }
    }

    private void betweenPages(KeyEvent event) {
        if (event.getTarget().equals(this)) {
            page.press(event);
        }
    }

    /** The second tap of two would land on the next question's answer. */
    private void firstTap(MouseEvent event) {
        if (event.getClickCount() > 1 && !isWriting(event.getTarget())) {
            event.consume();
        }
    }

    private static boolean isWriting(Object target) {
        for (Node at = target instanceof Node node ? node : null; at != null; at = at.getParent()) {
            if (at instanceof TextInputControl) {
                return true;
            }
        }
        return false;
    }

    /** Nothing is drawn any more. */
    void close() {
        told.unsubscribe();
    }

    /** The page is made anew when it is another one: a text that is being typed stays. */
    private void draw(Interviews.@Nullable State before, Interviews.@Nullable State now) {
        if (now != null && (before == null || !place(before).equals(place(now)))) {
            page = page(now);
            if (isFocusWithin()) {
                // Until the next page is laid out the focus would be nowhere, and a key pressed or let go lost.
                requestFocus();
            }
            setCenter(page.node());
            ways.getChildren().setAll(page.ways());
        }
    }

    private static Object place(Interviews.State state) {
        Interview now = state.current();
        return now == null ? state : new Place(now.caseId(), now.current().orElse(null), now.language());
    }

    private record Place(Object interview, @Nullable FormItem item, Object language) {}

    private Page page(Interviews.State state) {
        Interview now = state.current();
        if (now == null) {
            return between.apply(state);
        }
        return now.current()
                .<Page>map(item -> new QuestionPage(model, texts, side, now, item, this::inTurn))
                .orElseGet(() ->
                        side == Side.CUSTOMER ? between.apply(state) : new EndPage(model, texts, now, this::inTurn));
    }

    private Node foot(List<? extends Node> right) {
        HBox rest = new HBox();
        rest.getChildren().setAll(right);
        rest.setAlignment(Pos.CENTER_RIGHT);
        rest.getStyleClass().add("interview-rest");
        ways.getStyleClass().add("interview-rest");
        ways.setAlignment(Pos.CENTER_LEFT);
        BorderPane foot = new BorderPane(ways, null, rest, null, null);
        foot.getStyleClass().add("interview-foot");
        return foot;
    }
}
