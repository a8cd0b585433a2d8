package fi.vastine.core.session;

import fi.vastine.contract.command.CampaignRules;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.id.CampaignId;
import fi.vastine.contract.reference.Campaign;
import fi.vastine.core.cases.Desk;
import fi.vastine.core.cases.Pending;
import fi.vastine.core.profile.DiskFull;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Who asks what where and when, with what this laptop has planned and the backend not yet answered. Thread safe. */
public final class Campaigns {
    private final Desk desk;
    private final Commands commands;
    private final Object telling = new Object();

    Campaigns(Desk desk, Commands commands) {
        this.desk = desk;
        this.commands = commands;
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
     * Plans a campaign, with or without a network.
     *
     * @param beside those it overlaps with on purpose
     * @throws DiskFull with nothing planned: to be tried again
     */
    public void plan(Campaign campaign, List<CampaignId> beside) {
        commands.submit(campaign.id().subject(), new Command.PlanCampaign(campaign, beside));
    }

    /**
     * Ends a campaign earlier than planned.
     *
     * @throws DiskFull with nothing changed: to be tried again
     */
    public void end(CampaignId campaign, LocalDate lastDay) {
        commands.submit(campaign.subject(), new Command.EndCampaign(campaign, lastDay));
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
