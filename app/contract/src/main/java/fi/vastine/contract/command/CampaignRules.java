package fi.vastine.contract.command;

import fi.vastine.contract.reference.Campaign;
import fi.vastine.contract.reference.CampaignFault;
import fi.vastine.contract.reference.CampaignFault.Field;
import fi.vastine.contract.reference.CampaignFault.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What comes of planning a campaign and of ending one, beside those that are there already.
 *
 * <p>Pure and total as {@link Decisions}. Whether the person may plan, and whether form, units and people exist, is looked at by the
 * backend before.
 */
public final class CampaignRules {
    /** The longest name, in characters. */
    public static final int LONGEST_NAME = 100;

    /** The most answers that a unit can be meant to have. */
    public static final int LARGEST_TARGET = 100_000;

    /** More units than any county has, and more people than any campaign. */
    private static final int MOST = 1_000;

    private CampaignRules() {}

    /** What keeps it from being planned, in the order of the fields; empty if nothing does. */
    public static List<CampaignFault> faults(Campaign planned) {
        var faults = new ArrayList<CampaignFault>();
        if (planned.name().isBlank()) {
            faults.add(new CampaignFault(Field.NAME, Problem.MISSING));
        } else if (planned.name().length() > LONGEST_NAME) {
            faults.add(new CampaignFault(Field.NAME, Problem.TOO_LONG));
        }
        if (planned.form().isBlank()) {
            faults.add(new CampaignFault(Field.FORM, Problem.MISSING));
        }
        if (planned.units().isEmpty()) {
            faults.add(new CampaignFault(Field.UNITS, Problem.MISSING));
        } else if (planned.units().size() > MOST) {
            faults.add(new CampaignFault(Field.UNITS, Problem.TOO_LONG));
        }
        if (planned.collectors().size() > MOST) {
            faults.add(new CampaignFault(Field.COLLECTORS, Problem.TOO_LONG));
        }
        if (planned.isCalledOff()) {
            faults.add(new CampaignFault(Field.UNTIL, Problem.BEFORE_FIRST_DAY));
        }
        if (planned.target() < 0 || planned.target() > LARGEST_TARGET) {
            faults.add(new CampaignFault(Field.TARGET, Problem.OUT_OF_RANGE));
        }
        return List.copyOf(faults);
    }

    /** The campaigns that would ask in the same unit on the same days, the earliest first. */
    public static List<Campaign> overlapping(Campaign planned, Collection<Campaign> others) {
        return others.stream()
                .filter(other -> !other.id().equals(planned.id()) && other.overlaps(planned))
                .sorted((one, other) -> one.from().compareTo(other.from()))
                .toList();
    }

    /**
     * Decides one command; a campaign is planned once and never changed but for ending earlier.
     *
     * @param held every campaign there is
     */
    public static Decision decide(Collection<Campaign> held, Command.OfCampaign command) {
        Optional<Campaign> current =
                held.stream().filter(each -> each.id().equals(command.about())).findFirst();
        return switch (command) {
            case Command.PlanCampaign plan ->
                current.map(known -> again(known, plan.campaign())).orElseGet(() -> first(held, plan));
            case Command.EndCampaign end ->
                current.map(known -> end(known, end)).orElseGet(() -> new Decision.Refuse(Refusal.UNKNOWN_CAMPAIGN));
        };
    }

    /** Shows what a laptop's pending commands make of the campaigns it holds; what cannot be done changes nothing. */
    public static List<Campaign> fold(Collection<Campaign> held, List<Command.OfCampaign> pending) {
        Map<Object, Campaign> shown = new LinkedHashMap<>();
        held.forEach(each -> shown.put(each.id(), each));
        for (Command.OfCampaign each : pending) {
            if (decide(shown.values(), each) instanceof Decision.Plan plan) {
                shown.put(plan.next().id(), plan.next());
            }
        }
        return List.copyOf(shown.values());
    }

    private static Decision first(Collection<Campaign> held, Command.PlanCampaign plan) {
        if (!faults(plan.campaign()).isEmpty()) {
            return new Decision.Refuse(Refusal.CAMPAIGN_UNFIT);
        }
        return overlapping(plan.campaign(), held).stream()
                .filter(other -> !plan.beside().contains(other.id()))
                .findFirst()
                .<Decision>map(other -> new Decision.Conflict(
                        ConflictReason.CAMPAIGNS_OVERLAP, other.id().toString(), null, null))
                .orElseGet(() -> new Decision.Plan(plan.campaign()));
    }

    /** It may have ended since. */
    private static Decision again(Campaign known, Campaign planned) {
        boolean same =
                known.equals(planned.endingOn(known.until())) && !known.until().isAfter(planned.until());
        return same ? new Decision.NoOp() : new Decision.Refuse(Refusal.NOT_POSSIBLE);
    }

    private static Decision end(Campaign known, Command.EndCampaign end) {
        return known.until().isAfter(end.lastDay())
                ? new Decision.Plan(known.endingOn(end.lastDay()))
                : new Decision.NoOp();
    }
}
