package fi.vastine.desktop.campaign;

import fi.vastine.contract.command.Command;
import fi.vastine.contract.form.Form;
import fi.vastine.contract.id.CampaignId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.reference.Campaign;
import fi.vastine.contract.reference.Person;
import fi.vastine.core.cases.Book;
import fi.vastine.core.cases.Reference;
import fi.vastine.core.cases.Responses;
import fi.vastine.core.profile.DiskFull;
import fi.vastine.core.session.Attention;
import fi.vastine.core.session.Campaigns;
import fi.vastine.core.session.Campaigns.Shown;
import fi.vastine.core.session.Plan;
import fi.vastine.desktop.fx.Background;
import fi.vastine.desktop.fx.Lane;
import fi.vastine.desktop.shell.Front;
import fi.vastine.desktop.shell.Notices;
import fi.vastine.desktop.text.Texts;
import fi.vastine.desktop.text.Times;
import java.text.Collator;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The campaigns there are, the one looked at or being planned, and the response so far.
 *
 * <p>To be used on the screen's thread; what takes long is done off it.
 */
public final class CampaignsViewModel {
    private final Campaigns campaigns;
    private final Unfinished unfinished;
    private final Background background;
    private final Notices notices;
    private final Texts texts;
    private final Times times;
    private final ObservableList<Shown> lines = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable Shown> chosen = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Planning> planning = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Responses> responses = new ReadOnlyObjectWrapper<>(Responses.NONE);
    private final ReadOnlyBooleanWrapper diskFull = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<Front> front = new SimpleObjectProperty<>(Front.LIST);
    private Book book = Book.EMPTY;
    private boolean counting;
    private boolean outdated;
    private boolean writing;

    public CampaignsViewModel(Campaigns campaigns, Background background, Notices notices, Texts texts, Times times) {
        this.campaigns = campaigns;
        this.unfinished = new Unfinished(campaigns, background);
        this.background = background;
        this.notices = notices;
        this.texts = texts;
        this.times = times;
    }

    /** Takes the next book, for its names and its answers. */
    public void accept(Book next) {
        if (book.version() != next.version()) {
            book = next;
            count();
        }
    }

    /** Takes the campaigns there are now. */
    public void accept(List<Shown> now) {
        List<Shown> sorted = now.stream()
                .sorted(Comparator.comparing((Shown each) -> Phase.of(each.campaign(), times.today()))
                        .thenComparingLong(this::nearness))
                .toList();
        if (lines.equals(sorted)) {
            return;
        }
        Shown before = chosen.get();
        lines.setAll(sorted);
        choose(before == null ? null : before.campaign().id());
        count();
    }

    /** What is nearest to today comes first. */
    private long nearness(Shown each) {
        return Math.abs(ChronoUnit.DAYS.between(each.campaign().from(), times.today()));
    }

    /** Shows the one of this id, or the first. */
    private void choose(@Nullable CampaignId id) {
        chosen.set(lines.stream()
                .filter(each -> each.campaign().id().equals(id))
                .findFirst()
                .orElse(lines.isEmpty() ? null : lines.getFirst()));
    }

    void choose(Shown line) {
        unfinished.watch(null);
        planning.set(null);
        diskFull.set(false);
        chosen.set(line);
    }

    /** Moves to the next campaign, or the one before. */
    public void moveBy(int step) {
        if (!lines.isEmpty()) {
            choose(lines.get(Math.clamp(lines.indexOf(chosen.get()) + (long) step, 0, lines.size() - 1)));
        }
    }

    // Planning

    /** Begins to plan one, or goes on with what was begun. */
    public void beginPlanning() {
        goOn(unfinished.begun().orElseGet(() -> Planning.fresh(campaigns.newId(), times)));
    }

    /** Goes on with one that is half planned, or that the backend did not take: it is whole in the form again. */
    public void goOn(CampaignId id) {
        unfinished.plan(id, this::asSent).ifPresent(this::goOn);
    }

    private void goOn(Plan plan) {
        Form form = forms().stream()
                .filter(each -> each.id().equals(plan.form()))
                .findFirst()
                .orElse(null);
        var next = new Planning(
                plan,
                form,
                unfinished.refusal(plan.id()),
                () -> lines.stream().map(Shown::campaign).toList(),
                this::reference,
                times);
        unfinished.watch(next);
        planning.set(next);
        front.set(Front.DETAIL);
    }

    private Plan asSent(Command.PlanCampaign sent) {
        Campaign campaign = sent.campaign();
        return new Plan(
                campaign.id(),
                campaign.name(),
                campaign.form(),
                campaign.units(),
                campaign.collectors(),
                times.date(campaign.from()),
                times.date(campaign.until()),
                campaign.target() == 0 ? "" : Integer.toString(campaign.target()));
    }

    /** Takes what needs attention now: plans that the backend did not take are among it. */
    public void acceptAttention(List<Attention.Item> items) {
        unfinished.accept(items);
    }

    /** Keeps at once what is being planned. */
    public void keepNow() {
        unfinished.keepNow();
    }

    /** Plans it, or says what is wrong beside each field. */
    void plan() {
        Planning drawn = planning.get();
        if (drawn == null || writing) {
            return;
        }
        drawn.tried().ifPresent(campaign -> {
            List<CampaignId> beside = drawn.verdict().get().overlapping().stream()
                    .map(Campaign::id)
                    .toList();
            write(() -> campaigns.plan(campaign, beside), () -> {
                unfinished.planned(campaign.id());
                planning.set(null);
                choose(campaign.id());
                notices.say("campaign.planned");
            });
        });
    }

    /** Lets go of what was begun. */
    void dropPlanning() {
        Planning now = planning.get();
        if (now != null) {
            unfinished.drop(now.plan().id());
        }
        toList();
    }

    /** What was begun stays, to go on with. */
    void toList() {
        unfinished.watch(null);
        planning.set(null);
        diskFull.set(false);
        front.set(Front.LIST);
    }

    /** Today becomes the last day of one that runs; one that is to come is called off. */
    void end(Campaign campaign) {
        boolean runs = campaign.runsOn(times.today());
        LocalDate lastDay = runs ? times.today() : campaign.from().minusDays(1);
        if (!writing) {
            write(
                    () -> campaigns.end(campaign.id(), lastDay),
                    () -> notices.say(runs ? "campaign.ended" : "campaign.is-called-off"));
        }
    }

    private void write(Runnable work, Runnable done) {
        writing = true;
        background.run(
                Lane.WRITE,
                () -> {
                    work.run();
                    return campaigns.shown();
                },
                now -> {
                    writing = false;
                    diskFull.set(false);
                    accept(now);
                    done.run();
                },
                this::couldNot);
    }

    private void couldNot(RuntimeException failure) {
        writing = false;
        if (!(failure instanceof DiskFull)) {
            throw failure;
        }
        diskFull.set(true);
    }

    // The response

    /** One count at a time: what comes in meanwhile is counted by the next one. */
    private void count() {
        if (lines.isEmpty()) {
            return;
        }
        if (counting) {
            outdated = true;
            return;
        }
        counting = true;
        Book counted = book;
        List<Campaign> asked = lines.stream().map(Shown::campaign).toList();
        background.run(Lane.LIST, () -> Responses.of(counted.rows(), asked), this::counted);
    }

    private void counted(Responses now) {
        counting = false;
        responses.set(now);
        if (outdated) {
            outdated = false;
            count();
        }
    }

    // What is shown

    /** What is half planned, or was not taken. */
    ObservableList<Unfinished.Line> unfinished() {
        return unfinished.lines();
    }

    ObservableList<Shown> lines() {
        return lines;
    }

    ReadOnlyObjectProperty<@Nullable Shown> chosen() {
        return chosen.getReadOnlyProperty();
    }

    /** The one being planned, which is shown in the place of the chosen one. */
    ReadOnlyObjectProperty<@Nullable Planning> planning() {
        return planning.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Responses> responses() {
        return responses.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty diskFull() {
        return diskFull.getReadOnlyProperty();
    }

    /** Whether the list or the campaign is seen where there is room for one only. */
    public ObjectProperty<Front> front() {
        return front;
    }

    Reference reference() {
        return book.reference();
    }

    String unitName(UnitId id) {
        return book.reference().unitName(id, texts.language().get());
    }

    String personName(PersonId id) {
        return reference().personName(id);
    }

    /** Who can be named in a campaign as it is drawn, by their names. */
    List<PersonId> collectors(Planning drawn) {
        Collator alphabet = Collator.getInstance(texts.locale());
        return reference().people().values().stream()
                .filter(each -> !each.collects().isEmpty() && drawn.canCollect(each.id()))
                .sorted((one, other) -> alphabet.compare(one.name(), other.name()))
                .map(Person::id)
                .toList();
    }

    /** The forms that can be asked today. */
    List<Form> forms() {
        return book.reference().forms().usable(times.today());
    }

    /** Where can be asked today. */
    Places places() {
        return new Places(book.reference(), times.today(), texts);
    }
}
