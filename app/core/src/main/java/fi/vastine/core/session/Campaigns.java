package fi.vastine.core.session;

import fi.vastine.contract.command.CampaignRules;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.due.DueDates;
import fi.vastine.contract.id.CampaignId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.reference.Campaign;
import fi.vastine.core.cases.Desk;
import fi.vastine.core.cases.Pending;
import fi.vastine.core.json.Json;
import fi.vastine.core.outbox.Outbox;
import fi.vastine.core.profile.DiskFull;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who asks what where and when, with what this laptop has planned and the backend not yet answered. Thread safe. */
public final class Campaigns {
    private static final String PLANS = "campaign-plans";

    private final Desk desk;
    private final Outbox outbox;
    private final Commands commands;
    private final Attention attention;
    private final Json json;
    private final List<Interviews> asking;
    private final Object telling = new Object();

    /** @param asking what the person has asked, and typed in of papers */
    Campaigns(Desk desk, Outbox outbox, Commands commands, Attention attention, List<Interviews> asking, Json json) {
        this.desk = desk;
        this.outbox = outbox;
        this.commands = commands;
        this.attention = attention;
        this.json = json;
        this.asking = asking;
    }

    /**
     * A campaign.
     *
     * @param waits whether something about it is not yet confirmed by the backend
     */
    public record Shown(Campaign campaign, boolean waits) {}

    /** A name for a campaign to be planned. Does not block. */
    public CampaignId newId() {
        return commands.ids().newCampaign();
    }

    /**
     * Plans a campaign, with or without a network; in place of the plan of the same id that was not taken, if there is one.
     *
     * @param beside those it overlaps with on purpose
     * @throws DiskFull with nothing planned: to be tried again
     */
    public void plan(Campaign campaign, List<CampaignId> beside) {
        // 1. The command is on disk.  2. The half plan is gone.
        // A crash in between: what is planned is no half plan any more, whatever lies on the disk.
        var command = new Command.PlanCampaign(campaign, beside);
        attention.items().stream()
                .filter(each -> each.command() instanceof Command.PlanCampaign refused
                        && refused.about().equals(campaign.id()))
                .findFirst()
                .ifPresentOrElse(
                        refused -> attention.again(refused.commandId(), command),
                        () -> commands.submit(campaign.id().subject(), command));
        drop(campaign.id());
    }

    /** The campaigns that are half planned here, in the order in which they were begun. Blocks for the disk. */
    public synchronized List<Plan> plans() {
        Set<CampaignId> planned =
                shown().stream().map(each -> each.campaign().id()).collect(Collectors.toSet());
        return onDisk().stream().filter(each -> !planned.contains(each.id())).toList();
    }

    /**
     * Keeps a half plan in place of what was kept of it; it is on disk when this returns, sealed, and never leaves the laptop.
     *
     * @throws DiskFull with what was kept before still there
     */
    public synchronized void keep(Plan plan) {
        List<Plan> others =
                onDisk().stream().filter(each -> !each.id().equals(plan.id())).toList();
        write(Stream.concat(others.stream(), Stream.of(plan)).toList());
    }

    /** Lets go of a half plan. Blocks for the disk. */
    public synchronized void drop(CampaignId id) {
        List<Plan> all = onDisk();
        if (all.stream().anyMatch(each -> each.id().equals(id))) {
            write(all.stream().filter(each -> !each.id().equals(id)).toList());
        }
    }

    private List<Plan> onDisk() {
        return outbox.setting(PLANS)
                .map(text -> List.of(json.read(text, Plan[].class)))
                .orElse(List.of());
    }

    private void write(List<Plan> plans) {
        if (plans.isEmpty()) {
            outbox.dropSetting(PLANS);
        } else {
            outbox.keepSetting(PLANS, json.write(plans));
        }
    }

    /**
     * Ends a campaign earlier than planned.
     *
     * @throws DiskFull with nothing changed: to be tried again
     */
    public void end(CampaignId campaign, LocalDate lastDay) {
        commands.submit(campaign.subject(), new Command.EndCampaign(campaign, lastDay));
    }

    /**
     * How many customers have answered in a unit of a campaign.
     *
     * @param own how many this person has asked on this laptop, whether or not their answers are still here
     * @param all how many all have, as the backend has counted, and what waits here to be sent
     */
    public record Share(int own, int all) {}

    /** What is known of that here, with or without a network. Does not block. */
    public Share share(Campaign campaign, UnitId unit) {
        int own = asking.stream()
                .mapToInt(each -> each.tally().of(campaign, unit))
                .sum();
        int waiting = (int) desk.pending().value().stream()
                .filter(each -> each.unconfirmed() && counts(campaign, unit, each.command()))
                .count();
        return new Share(own, Math.max(own, desk.books().value().told().of(campaign.id(), unit) + waiting));
    }

    private static boolean counts(Campaign campaign, UnitId unit, Command command) {
        return command instanceof Command.EnterFeedback entry
                && entry.unit().equals(unit)
                && entry.answers().form() != null
                && campaign.counts(unit, entry.answers().form(), LocalDate.ofInstant(entry.givenAt(), DueDates.ZONE));
    }

    /** All of them, the latest to begin first. Does not block. */
    public List<Shown> shown() {
        List<Pending> pending = desk.pending().value();
        List<Command.OfCampaign> decided = pending.stream()
                .map(Pending::command)
                .filter(Command.OfCampaign.class::isInstance)
                .map(Command.OfCampaign.class::cast)
                .toList();
        Set<CampaignId> waiting = pending.stream()
                .filter(Pending::unconfirmed)
                .map(Pending::command)
                .filter(Command.OfCampaign.class::isInstance)
                .map(each -> ((Command.OfCampaign) each).about())
                .collect(Collectors.toSet());
        return CampaignRules.fold(desk.books().value().reference().campaigns(), decided).stream()
                .sorted(Comparator.comparing(Campaign::from).reversed())
                .map(each -> new Shown(each, waiting.contains(each.id())))
                .toList();
    }

    /** Tells them now, on the caller's thread, and from then on at each change, on core's threads. */
    public Subscription onShown(Consumer<List<Shown>> listener) {
        Runnable books = desk.books().listen(ignored -> tell(listener));
        Runnable pending = desk.pending().listen(ignored -> tell(listener));
        return () -> {
            books.run();
            pending.run();
        };
    }

    /** Two things change them, on two threads: what is told last is the newest. */
    private void tell(Consumer<List<Shown>> listener) {
        synchronized (telling) {
            listener.accept(shown());
        }
    }
}
