package fi.vastine.desktop.campaign;

import fi.vastine.contract.command.Outcome;
import fi.vastine.contract.form.Form;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.reference.Campaign;
import fi.vastine.contract.reference.CampaignFault.Field;
import fi.vastine.desktop.control.ActionButton;
import fi.vastine.desktop.control.Chooser;
import fi.vastine.desktop.control.Icons;
import fi.vastine.desktop.control.Question;
import fi.vastine.desktop.shell.Choice;
import fi.vastine.desktop.text.Texts;
import fi.vastine.desktop.text.Times;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The form in which a campaign is planned: what is wrong stands beside the field it is about. */
final class PlanPage extends VBox {
    private final CampaignsViewModel model;
    private final Planning planning;
    private final Texts texts;
    private final Times times;
    private final CampaignWords words;
    private final Map<Field, Label> faults = new EnumMap<>(Field.class);
    private final Map<Field, Node> fields = new EnumMap<>(Field.class);
    private final TextField name;
    private final Places where;
    private final VBox overlap = new VBox();
    private final CheckBox beside = new CheckBox();

    /** @param toList goes back to the list, where a text is being written too */
    PlanPage(
            CampaignsViewModel model,
            Planning planning,
            Texts texts,
            Times times,
            CampaignWords words,
            Runnable toList) {
        this.model = model;
        this.planning = planning;
        this.texts = texts;
        this.times = times;
        this.words = words;
        where = model.places();
        name = field("campaign-name", planning.name());
        getStyleClass().add("campaign-page");
        Label title = new Label();
        title.textProperty().bind(texts.live("campaign.new"));
        title.getStyleClass().add("title");
        FlowPane days = new FlowPane(
                day("campaign-from", Field.FROM, "campaign.from", planning.from()),
                day("campaign-until", Field.UNTIL, "campaign.until", planning.until()));
        days.getStyleClass().add("campaign-row");
        getChildren()
                .setAll(
                        title,
                        refusal(),
                        question(Field.NAME, "campaign.name", name, name),
                        forms(),
                        units(),
                        days,
                        askers(),
                        target(),
                        overlap(),
                        footer());
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                toList.run();
            }
        });
        planning.verdict().subscribe(this::show);
    }

    @Override
    public void requestFocus() {
        name.requestFocus();
    }

    /** Why the backend did not take it, before all else. */
    private Node refusal() {
        Outcome why = planning.refusal();
        Label what = said(why == null ? "" : texts.text("campaign.refused", words.refusal(why)), "late", "strong");
        what.setId("campaign-refused");
        what.setGraphic(Icons.of(Feather.ALERT_CIRCLE));
        what.setVisible(why != null);
        what.setManaged(why != null);
        return what;
    }

    private Node forms() {
        Choice<Form> choice = new Choice<>(
                model.forms(),
                each -> new SimpleStringProperty(
                        each.title().in(texts.language().get())),
                planning.form()::set);
        planning.form().subscribe(choice::show);
        return question(Field.FORM, "campaign.form", choice, choice);
    }

    private Node units() {
        Chooser<UnitId> places = new Chooser<>(where.all(), where::name, texts.live("campaign.find-unit"));
        places.setId("campaign-units");
        var several = new Several<>(planning.units(), places, model::unitName, ignored -> true, this::add, texts);
        return question(Field.UNITS, "campaign.where", several, new VBox(several, help("campaign.find-help")));
    }

    private void add(UnitId place) {
        planning.units()
                .addAll(where.within(place).stream()
                        .filter(each -> !planning.units().contains(each))
                        .toList());
    }

    private Node askers() {
        AskersField askers = new AskersField(planning, model, texts);
        return question(Field.COLLECTORS, "campaign.who", askers, askers);
    }

    private Node day(String id, Field which, String key, StringProperty written) {
        TextField field = field(id, written);
        field.getStyleClass().add("campaign-short");
        Label read = new Label();
        read.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> planning.day(written.get()).map(times::day).orElse(""), written, texts.language()));
        read.getStyleClass().add("muted");
        HBox both = new HBox(field, read);
        both.getStyleClass().add("campaign-day");
        return question(which, key, field, both);
    }

    private Node target() {
        TextField field = field("campaign-target", planning.target());
        field.getStyleClass().add("campaign-short");
        return question(Field.TARGET, "campaign.target", field, new VBox(field, help("campaign.target-help")));
    }

    private Label help(String key) {
        return said(texts.text(key), "muted", "small");
    }

    private Node overlap() {
        beside.setId("campaign-beside");
        beside.textProperty().bind(texts.live("campaign.beside"));
        beside.setWrapText(true);
        beside.selectedProperty().bindBidirectional(planning.beside());
        overlap.setId("campaign-overlap");
        overlap.getStyleClass().addAll("campaign-overlap");
        return overlap;
    }

    private Node footer() {
        ActionButton plan =
                new ActionButton(Feather.CHECK, texts.live("campaign.plan"), "Ctrl ↵", this::plan, ignored -> {});
        plan.setId("campaign-plan");
        plan.main();
        Button leave = new Button();
        leave.setId("campaign-leave");
        leave.textProperty().bind(texts.live("campaign.leave"));
        leave.setOnAction(event -> model.dropPlanning());
        Label full = new Label();
        full.textProperty().bind(texts.live("campaign.disk-full"));
        full.getStyleClass().addAll("late", "strong");
        full.setWrapText(true);
        full.visibleProperty().bind(model.diskFull());
        full.managedProperty().bind(model.diskFull());
        FlowPane buttons = new FlowPane(plan, leave);
        buttons.getStyleClass().add("campaign-row");
        return new VBox(full, buttons);
    }

    /** Plans it, or goes to the first field that is not as it must be. */
    void plan() {
        model.plan();
        Planning.Verdict verdict = planning.verdict().get();
        fields.entrySet().stream()
                .filter(each -> verdict.faults().containsKey(each.getKey()))
                .findFirst()
                .map(Map.Entry::getValue)
                .or(() -> Optional.of(beside).filter(each -> overlap.isVisible() && !each.isSelected()))
                .ifPresent(Node::requestFocus);
    }

    private void show(Planning.Verdict verdict) {
        faults.forEach((field, label) -> {
            String key = verdict.faults().get(field);
            label.setText(key == null ? "" : texts.text(key));
            label.setVisible(key != null);
            label.setManaged(key != null);
        });
        List<Campaign> others = verdict.overlapping();
        overlap.setVisible(!others.isEmpty());
        overlap.setManaged(!others.isEmpty());
        Label what = said(texts.text("campaign.overlap"), "soon", "strong");
        what.setGraphic(Icons.of(Feather.ALERT_CIRCLE));
        overlap.getChildren().setAll(what);
        others.forEach(each -> overlap.getChildren().add(said(overlapOf(each))));
        overlap.getChildren().add(beside);
    }

    private String overlapOf(Campaign other) {
        String shared = other.units().stream()
                .filter(planning.units()::contains)
                .map(model::unitName)
                .collect(Collectors.joining(", "));
        return texts.text("campaign.overlap-with", other.name(), words.days(other), shared);
    }

    private VBox question(Field which, String key, Node control, Node answer) {
        Label fault = said("", "late");
        fault.setId("campaign-fault-" + which.name().toLowerCase(Locale.ROOT));
        fault.setGraphic(Icons.of(Feather.ALERT_CIRCLE));
        faults.put(which, fault);
        fields.put(which, control);
        var question = new Question(texts.live(key), control, answer);
        question.getChildren().add(fault);
        return question;
    }

    private static TextField field(String id, StringProperty value) {
        TextField field = new TextField();
        field.setId(id);
        field.textProperty().bindBidirectional(value);
        return field;
    }

    private static Label said(String text, String... styles) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().addAll(styles);
        return label;
    }
}
