package fi.vastine.desktop.interview;

import fi.vastine.contract.cases.Channel;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.cases.Support;
import fi.vastine.contract.form.Form;
import fi.vastine.core.session.Interview;
import fi.vastine.core.session.Interviews;
import fi.vastine.desktop.control.ActionButton;
import fi.vastine.desktop.control.Question;
import fi.vastine.desktop.control.UnitField;
import fi.vastine.desktop.entered.EnteredView;
import fi.vastine.desktop.entered.EnteredViewModel;
import fi.vastine.desktop.shell.Choice;
import fi.vastine.desktop.text.Texts;
import fi.vastine.desktop.text.Times;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What is settled before the first question. Made once, and shown again for each customer. */
final class StartPage implements Page {
    private static final List<Support.AnsweredBy> ANSWERERS = List.of(Support.AnsweredBy.values());

    private final InterviewViewModel model;
    private final Texts texts;
    private final Times times;
    private final NextCustomer next;
    private final UnitField unit;
    private final StackPane forms = new StackPane();
    private Choice<Form> formChoice = new Choice<>(List.of(), ignored -> new SimpleStringProperty(), ignored -> {});
    private final Choice<Support.AnsweredBy> answerer;
    private final Choice<Support.HelperRole> helper;
    private final Label before = new Label();
    private final Label why = new Label();
    private final CampaignOffer campaigns;
    private final VBox parked = new VBox();
    private final EndedInterviews ended;
    private final EnteredView sent;
    private final CheckBox assent = new CheckBox();
    private final ActionButton begin;
    private final ScrollPane page;

    StartPage(InterviewViewModel model, EnteredViewModel entered, Texts texts, Times times) {
        this.model = model;
        this.next = model.nextCustomer();
        this.texts = texts;
        this.times = times;
        campaigns = new CampaignOffer(next, texts);
        model.day().byUnit().subscribe(campaigns::show);
        begin = new ActionButton(Feather.PLAY, texts.live("interview.begin"), "Enter", model::begin, ignored -> {});
        begin.setId("interview-begin");
        begin.main();
        answerer = new Choice<>(ANSWERERS, texts::liveWord, next.answeredBy()::set);
        helper = new Choice<>(List.of(Support.HelperRole.values()), texts::liveWord, next.helper()::set);
        unit = new UnitField(next.units(), next.unit(), "interview", texts, answerer::requestFocus);
        ended = new EndedInterviews(model, entered, texts, times);
        sent = new EnteredView(entered, each -> each.form() != null && each.channel() != Channel.PAPER, texts);
        page = page();
        next.unit().addListener((ignored, was, now) -> askForUnit());
        next.form().subscribe(chosen -> formChoice.show(chosen));
        next.forms().addListener((ListChangeListener<Form>) ignored -> showForms());
        texts.language().subscribe(ignored -> showNames());
    }

    /** The page as it is between two customers. */
    StartPage showing(Interviews.State now) {
        Instant last = now.lastEnded();
        before.setText(last == null ? "" : texts.text("interview.last-ended", times.moment(last)));
        before.setManaged(last != null);
        parked.getChildren().clear();
        if (!now.parked().isEmpty()) {
            parked.getChildren().add(label("interview.parked"));
            now.parked().forEach(each -> parked.getChildren().add(parked(each)));
        }
        return this;
    }

    @Override
    public Node node() {
        page.setVvalue(0);
        return page;
    }

    @Override
    public List<Node> ways() {
        return List.of();
    }

    private ScrollPane page() {
        VBox content = new VBox(
                header(),
                campaigns,
                new Question(texts.live("entry.unit"), unit.button(), unit),
                new Question(texts.live("interview.form"), forms));
        content.getChildren().add(new Question(texts.live("interview.who"), who()));
        content.getChildren().add(new Question(texts.live("interview.language"), languages()));
        content.getChildren().addAll(agreed(), footer(), parked, ended, sent);
        parked.getStyleClass().add("interview-parked");
        content.getStyleClass().add("interview-start");
        content.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        // The last control comes into the window after those the focus may go to.
        begin.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                (next.unit().get() == null ? unit : answerer).requestFocus();
            }
        });
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        return scroll;
    }

    private Node header() {
        Label title = label("interview.title");
        title.getStyleClass().add("title");
        before.setId("interview-last");
        before.getStyleClass().add("muted");
        before.setWrapText(true);
        return new VBox(title, before);
    }

    /** Names that stand in lists and buttons are not bound to the language. */
    private void showNames() {
        showForms();
        showWhy();
    }

    /** A campaign in several of her units leaves it open which. */
    private void askForUnit() {
        if (next.unit().get() == null) {
            unit.requestFocus();
        }
    }

    private void showForms() {
        Choice<Form> choice = new Choice<>(
                List.copyOf(next.forms()),
                each -> new SimpleStringProperty(
                        each.title().in(texts.language().get())),
                next.form()::set);
        choice.show(next.form().get());
        formChoice = choice;
        forms.getChildren().setAll(choice);
    }

    private Node who() {
        next.answeredBy().subscribe(answerer::show);
        next.helper().subscribe(helper::show);
        Node role = new Question(texts.live("interview.helper"), helper);
        next.answeredBy().subscribe(by -> {
            role.setVisible(by != null && by != Support.AnsweredBy.SELF);
            role.setManaged(role.isVisible());
        });
        VBox both = new VBox(answerer, role);
        both.getStyleClass().add("interview-who");
        return both;
    }

    private Node languages() {
        Choice<Language> choice = Choice.ofLanguages(texts, next.language()::set);
        next.language().subscribe(choice::show);
        return choice;
    }

    private Node agreed() {
        assent.setId("interview-assent");
        assent.textProperty().bind(texts.live("interview.assent"));
        assent.setWrapText(true);
        assent.selectedProperty().bindBidirectional(next.assent());
        return assent;
    }

    private Node footer() {
        why.setId("interview-why");
        why.getStyleClass().addAll("soon", "strong");
        why.setWrapText(true);
        next.hindrance().subscribe(ignored -> showWhy());
        FlowPane footer = new FlowPane(begin, why);
        footer.getStyleClass().add("entry-footer");
        return footer;
    }

    private void showWhy() {
        String key = next.hindrance().get();
        String words = key == null ? null : texts.text(key);
        why.setText(words == null ? "" : words);
        begin.hinder(words);
    }

    private Button parked(Interview each) {
        String about = texts.text(
                "interview.parked-about",
                times.clock(each.begunAt()),
                next.unitName(each.start().unit()),
                each.answers(),
                each.questions());
        Button on = new Button(about);
        on.setAccessibleText(texts.text("interview.go-on", about));
        on.setOnAction(event -> model.takeUp(each.caseId()));
        return on;
    }

    /** Enter begins from wherever one stands, and a digit says who answers; where units and campaigns are chosen Enter is theirs. */
    private void onKey(KeyEvent event) {
        if (unit.isChoosing() || sent.isFocusWithin()) {
            return;
        }
        if (event.getCode() == KeyCode.ENTER && !hasOwnButtons()) {
            event.consume();
            begin.perform();
        } else if (event.getCode().isDigitKey()) {
            int digit = Integer.parseInt(event.getCode().getName().replaceAll("\\D", ""));
            if (digit >= 1 && digit <= ANSWERERS.size()) {
                event.consume();
                next.answeredBy().set(ANSWERERS.get(digit - 1));
                Node wanting = digit == 1 || next.helper().get() != null ? assent : helper;
                wanting.requestFocus();
            }
        }
    }

    /** Campaigns, and those who were asked, have buttons of their own, which Enter presses. */
    private boolean hasOwnButtons() {
        return Stream.of(campaigns, parked, ended).anyMatch(Node::isFocusWithin);
    }

    private Label label(String key) {
        Label label = new Label();
        label.textProperty().bind(texts.live(key));
        label.getStyleClass().add("strong");
        return label;
    }
}
