package fi.vastine.desktop.campaign;

import fi.vastine.contract.command.Command;
import fi.vastine.contract.command.Outcome;
import fi.vastine.contract.id.CampaignId;
import fi.vastine.core.profile.DiskFull;
import fi.vastine.core.session.Attention.Item;
import fi.vastine.core.session.Campaigns;
import fi.vastine.core.session.Plan;
import fi.vastine.desktop.fx.Background;
import fi.vastine.desktop.fx.Lane;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The campaigns that are half planned, kept on the disk within a second of each change, and those that the backend did not take. To
 * be used on the screen's thread.
 */
final class Unfinished {
    private static final Duration PAUSE = Duration.ofMillis(700);
    private static final Duration UNTIL_ROOM = Duration.ofSeconds(3);

    private final Campaigns campaigns;
    private final Background background;
    private final Map<CampaignId, Plan> plans = new LinkedHashMap<>();
    private final Map<CampaignId, Plan> unwritten = new LinkedHashMap<>();
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private List<Item> refused = List.of();
    private Background.Cancellable keeping = () -> {};
    private @Nullable Planning watched;
    private boolean due;

    /** Fetches what was left half planned. */
    Unfinished(Campaigns campaigns, Background background) {
        this.campaigns = campaigns;
        this.background = background;
        background.run(Lane.READ, campaigns::plans, found -> {
            found.forEach(each -> plans.putIfAbsent(each.id(), each));
            show();
        });
    }

    /**
     * One of them.
     *
     * @param name may be empty
     * @param refusal why the backend did not take it; absent for one that is half planned
     */
    record Line(CampaignId id, String name, @Nullable Outcome refusal) {}

    /** What the backend did not take first. */
    ObservableList<Line> lines() {
        return lines;
    }

    /** Takes what needs attention now. */
    void accept(List<Item> attention) {
        refused = attention.stream()
                .filter(each -> each.command() instanceof Command.PlanCampaign)
                .toList();
        show();
    }

    /** The one that was begun and never sent, if there is one. */
    Optional<Plan> begun() {
        return plans.values().stream()
                .filter(each -> refusedOf(each.id()).isEmpty())
                .findFirst();
    }

    /** One of the lines, as it was written last. */
    Optional<Plan> plan(CampaignId id, Function<Command.PlanCampaign, Plan> asSent) {
        return Optional.ofNullable(plans.get(id))
                .or(() -> refusedOf(id).map(each -> asSent.apply((Command.PlanCampaign) each.command())));
    }

    /** Why the backend did not take it. */
    @Nullable
    Outcome refusal(CampaignId id) {
        return refusedOf(id).map(Item::outcome).orElse(null);
    }

    private Optional<Item> refusedOf(CampaignId id) {
        return refused.stream()
                .filter(each -> each.command() instanceof Command.PlanCampaign plan
                        && plan.about().equals(id))
                .findFirst();
    }

    /** Keeps this one from now on, and what is new in the one before at once. */
    void watch(@Nullable Planning planning) {
        keepNow();
        watched = planning;
        if (planning != null) {
            planning.changes().subscribe((before, now) -> {
                if (watched == planning && !before.equals(now)) {
                    later();
                }
            });
        }
    }

    /** The pause is not begun anew by each key: who types without a stop loses a second at most. */
    private void later() {
        if (!due) {
            due = true;
            keeping = background.after(PAUSE, this::keepNow);
        }
    }

    /** Keeps at once what is not kept yet. */
    void keepNow() {
        callOff();
        Planning now = watched;
        if (now == null) {
            return;
        }
        Plan plan = now.plan();
        boolean known = plans.containsKey(plan.id());
        if (!plan.equals(plans.get(plan.id())) && (known || plan.isBegun())) {
            plans.put(plan.id(), plan);
            keep(plan);
            show();
        }
    }

    private void keep(Plan plan) {
        unwritten.put(plan.id(), plan);
        background.run(
                Lane.WRITE,
                () -> {
                    campaigns.keep(plan);
                    return plan;
                },
                kept -> unwritten.remove(kept.id(), kept),
                failure -> couldNot(plan, failure));
    }

    /** Tried again until there is room, unless something newer has taken its place. */
    private void couldNot(Plan plan, RuntimeException failure) {
        if (!(failure instanceof DiskFull)) {
            throw failure;
        }
        background.after(UNTIL_ROOM, () -> {
            if (plan.equals(unwritten.get(plan.id()))) {
                keep(plan);
            }
        });
    }

    /** It is planned: core has let go of it with the same write. */
    void planned(CampaignId id) {
        forget(id);
    }

    /** It is thrown away. */
    void drop(CampaignId id) {
        forget(id);
        background.run(Lane.WRITE, () -> campaigns.drop(id));
    }

    private void callOff() {
        keeping.cancel();
        due = false;
    }

    private void forget(CampaignId id) {
        callOff();
        watched = null;
        plans.remove(id);
        unwritten.remove(id);
        show();
    }

    private void show() {
        var all = new ArrayList<Line>();
        for (Item each : refused) {
            if (each.command() instanceof Command.PlanCampaign plan) {
                Plan mended = plans.get(plan.about());
                String name = mended == null ? plan.campaign().name() : mended.name();
                all.add(new Line(plan.about(), name, each.outcome()));
            }
        }
        plans.values().stream()
                .filter(each -> refusedOf(each.id()).isEmpty())
                .forEach(each -> all.add(new Line(each.id(), each.name(), null)));
        if (!lines.equals(all)) {
            lines.setAll(all);
        }
    }
}
