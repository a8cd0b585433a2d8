package fi.vastine.backend.commands;

import fi.vastine.backend.identity.Access;
import fi.vastine.backend.identity.Directory;
import fi.vastine.backend.store.ReferenceDocuments;
import fi.vastine.backend.store.Transaction;
import fi.vastine.contract.command.CampaignRules;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.command.Decision;
import fi.vastine.contract.command.Outcome;
import fi.vastine.contract.command.Refusal;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.reference.Campaign;
import fi.vastine.contract.reference.Role;
import org.jspecify.annotations.Nullable;

/** Plans and ends campaigns for whoever is of the quality team when the command arrives. Thread safe. */
final class CampaignDesk {
    private final Directory directory;
    private final ReferenceDocuments reference;

    CampaignDesk(Directory directory, ReferenceDocuments reference) {
        this.directory = directory;
        this.reference = reference;
    }

    /** @param named what the envelope names, which has to be the campaign, as the laptop goes by it */
    Outcome outcome(Transaction transaction, Access access, CaseId named, Command.OfCampaign command) {
        if (!access.roles().contains(Role.QUALITY)) {
            return refused(Refusal.NOT_QUALITY_TEAM);
        }
        if (!named.equals(command.about().subject())) {
            return refused(Refusal.NOT_POSSIBLE);
        }
        Refusal unknown = command instanceof Command.PlanCampaign plan ? unknownName(plan.campaign()) : null;
        return unknown == null ? decided(transaction, command) : refused(unknown);
    }

    private Outcome decided(Transaction transaction, Command.OfCampaign command) {
        // Read within the transaction: of two planners the second one meets what the first one planned.
        return switch (CampaignRules.decide(reference.campaigns(transaction), command)) {
            case Decision.Plan plan -> new Outcome.Applied(reference.put(transaction, plan.next()));
            case Decision.NoOp ignored -> new Outcome.NoOp();
            case Decision.Conflict conflict ->
                new Outcome.Conflict(conflict.why(), conflict.current(), conflict.by(), conflict.at());
            case Decision.Refuse refuse -> refused(refuse.code());
            case Decision.Apply ignored -> throw new IllegalStateException("A case came of a campaign");
            case Decision.Withdraw ignored -> throw new IllegalStateException("A case went with a campaign");
        };
    }

    private @Nullable Refusal unknownName(Campaign planned) {
        var organisation = directory.organisation();
        if (planned.units().stream().anyMatch(unit -> !organisation.exists(unit, directory.today()))) {
            return Refusal.UNKNOWN_UNIT;
        }
        if (planned.collectors().stream()
                .anyMatch(person -> organisation.person(person).isEmpty())) {
            return Refusal.UNKNOWN_PERSON;
        }
        // Without a form it is unfit, which the contract says.
        boolean known = planned.form().isBlank()
                || reference.forms().stream().anyMatch(form -> form.id().equals(planned.form()));
        return known ? null : Refusal.UNKNOWN_FORM;
    }

    private static Outcome refused(Refusal code) {
        return new Outcome.Refused(code, false);
    }
}
