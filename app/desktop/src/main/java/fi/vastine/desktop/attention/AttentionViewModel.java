package fi.vastine.desktop.attention;

import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.command.Outcome;
import fi.vastine.contract.id.CampaignId;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.CommandId;
import fi.vastine.core.cases.Book;
import fi.vastine.core.profile.DiskFull;
import fi.vastine.core.session.Attention.Item;
import fi.vastine.desktop.casework.Casework;
import fi.vastine.desktop.fx.Background;
import fi.vastine.desktop.fx.Lane;
import fi.vastine.desktop.shell.Front;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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
 * What needs attention, the item looked at, and the steps on from it.
 *
 * <p>An item leaves only when a step has settled it. To be used on the screen's thread.
 */
public final class AttentionViewModel {
    private final Casework casework;
    private final Background background;
    private final Consumer<CaseId> openCase;
    private final Consumer<CampaignId> mendPlan;
    private final ObservableList<Item> items = FXCollections.observableArrayList();
    private final ObservableList<Item> itemsToSee = FXCollections.unmodifiableObservableList(items);
    private final ReadOnlyObjectWrapper<@Nullable Detail> detail = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper diskFull = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Book> book = new ReadOnlyObjectWrapper<>(Book.EMPTY);
    private final ObjectProperty<Front> front = new SimpleObjectProperty<>(Front.LIST);
    private @Nullable CommandId chosen;

    /**
     * @param openCase shows a case where cases are shown
     * @param mendPlan shows a campaign that was not planned where campaigns are
     */
    public AttentionViewModel(
            Casework casework, Background background, Consumer<CaseId> openCase, Consumer<CampaignId> mendPlan) {
        this.mendPlan = mendPlan;
        this.casework = casework;
        this.background = background;
        this.openCase = openCase;
    }

    /**
     * An item with the case as it stands.
     *
     * @param current absent if the person may not see it any more, or it was erased
     */
    record Detail(Item item, @Nullable FeedbackCase current) {

        /** The steps on from it; a case that is not here cannot be opened. */
        List<Step> steps() {
            return Step.from(item).stream()
                    .filter(step -> step != Step.OPEN_CASE || current != null)
                    .toList();
        }
    }

    /** Takes the next book, for the names in it and the beginnings of texts. */
    public void accept(Book next) {
        book.set(next);
    }

    /** Takes what needs attention now. */
    public void accept(List<Item> now) {
        int before = indexOfChosen();
        items.setAll(now);
        if (now.isEmpty()) {
            chosen = null;
            detail.set(null);
        } else if (indexOfChosen() < 0) {
            choose(now.get(Math.clamp(before, 0, now.size() - 1)));
        }
    }

    /** What needs attention, the oldest first. */
    public ObservableList<Item> items() {
        return itemsToSee;
    }

    /** Whether the list or the item looked at is seen where there is room for one only. */
    public ObjectProperty<Front> front() {
        return front;
    }

    ReadOnlyObjectProperty<@Nullable Detail> detail() {
        return detail.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Book> book() {
        return book.getReadOnlyProperty();
    }

    /** Whether the last step could not be kept, because there is no room on the disk. */
    ReadOnlyBooleanProperty diskFull() {
        return diskFull.getReadOnlyProperty();
    }

    int indexOfChosen() {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).commandId().equals(chosen)) {
                return i;
            }
        }
        return -1;
    }

    /** Moves to the next item, or the one before. */
    public void moveBy(int step) {
        if (!items.isEmpty()) {
            choose(items.get(Math.clamp(indexOfChosen() + step, 0, items.size() - 1)));
        }
    }

    void choose(Item item) {
        chosen = item.commandId();
        diskFull.set(false);
        background.run(Lane.READ, () -> casework.open(item.caseId()), found -> show(item, found));
    }

    private void show(Item item, Optional<FeedbackCase> found) {
        if (item.commandId().equals(chosen)) {
            detail.set(new Detail(item, found.orElse(null)));
        }
    }

    /** Takes a step on from an item; copying its text is the view's. */
    void take(Step step, Item item) {
        switch (step) {
            case APPLY_ANEW -> Step.anew(item).ifPresent(command -> again(item, command));
            case SUPPLEMENT -> supplement(item);
            case TO_NOTE ->
                Step.textOf(item.command())
                        .ifPresent(text ->
                                again(item, Step.note(text, casework.ids().newNote())));
            case LEAVE_DRAFT, LET_BE -> dismiss(item);
            case OPEN_CASE -> openCase.accept(item.caseId());
            case MEND_PLAN -> {
                if (item.command() instanceof Command.PlanCampaign plan) {
                    mendPlan.accept(plan.about());
                }
            }
            case COPY_TEXT -> {}
        }
    }

    private void supplement(Item item) {
        if (item.command() instanceof Command.SendReply reply
                && item.outcome() instanceof Outcome.Conflict conflict
                && conflict.current() != null) {
            again(
                    item,
                    Step.supplement(
                            reply,
                            Step.reply(conflict.current()),
                            casework.ids().newReply()));
        }
    }

    private void again(Item item, Command replacement) {
        background.run(Lane.WRITE, () -> casework.again(item.commandId(), replacement), done -> {}, this::couldNot);
    }

    private void dismiss(Item item) {
        background.run(
                Lane.WRITE,
                () -> {
                    casework.dismiss(item.commandId());
                    return true;
                },
                done -> {},
                this::couldNot);
    }

    private void couldNot(RuntimeException failure) {
        if (!(failure instanceof DiskFull)) {
            throw failure;
        }
        diskFull.set(true);
    }
}
