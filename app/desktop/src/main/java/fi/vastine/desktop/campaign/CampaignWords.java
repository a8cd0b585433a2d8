package fi.vastine.desktop.campaign;

import fi.vastine.contract.command.Outcome;
import fi.vastine.contract.reference.Campaign;
import fi.vastine.core.cases.Reference;
import fi.vastine.desktop.text.Texts;
import fi.vastine.desktop.text.Times;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.kordamp.ikonli.feather.Feather;

/** What is said of a campaign, as the reader's language says it. */
final class CampaignWords {
    private final Texts texts;
    private final Times times;

    CampaignWords(Texts texts, Times times) {
        this.texts = texts;
        this.times = times;
    }

    LocalDate today() {
        return times.today();
    }

    String phase(Phase phase) {
        return texts.text(
                switch (phase) {
                    case RUNNING -> "campaign.running";
                    case COMING -> "campaign.coming";
                    case PAST -> "campaign.past";
                    case CALLED_OFF -> "campaign.called-off";
                });
    }

    static Feather icon(Phase phase) {
        return switch (phase) {
            case RUNNING -> Feather.PLAY;
            case COMING -> Feather.CLOCK;
            case PAST -> Feather.CHECK;
            case CALLED_OFF -> Feather.X;
        };
    }

    /** Its days; of one that was called off only the first that was meant. */
    String days(Campaign campaign) {
        return campaign.isCalledOff() || campaign.from().equals(campaign.until())
                ? times.day(campaign.from())
                : texts.text("campaign.days", times.day(campaign.from()), times.day(campaign.until()));
    }

    String units(Campaign campaign) {
        return texts.text("campaign.units", campaign.units().size());
    }

    /** How many of how many that were meant; only how many where nothing was. */
    String answers(int answers, int target) {
        return target == 0
                ? texts.text("campaign.answers", answers)
                : texts.text("campaign.answers-of", answers, target);
    }

    /** The form's name in its newest version; its id where it is not held here. */
    String form(Campaign campaign, Reference reference) {
        return reference.forms().versions().stream()
                .filter(form -> form.id().equals(campaign.form()))
                .reduce((earlier, later) -> later)
                .map(form -> form.title().in(texts.language().get()))
                .orElse(campaign.form());
    }

    String who(Campaign campaign, Reference reference) {
        return campaign.collectors().isEmpty()
                ? texts.text("campaign.asks-everyone")
                : texts.text(
                        "campaign.asks",
                        campaign.collectors().stream()
                                .map(reference::personName)
                                .collect(Collectors.joining(", ")));
    }

    /** Why the backend did not take a plan, and what can be done. */
    String refusal(Outcome why) {
        return texts.text(
                switch (why) {
                    case Outcome.Conflict conflict -> "campaign.refused-overlap";
                    case Outcome.Refused refused ->
                        switch (refused.code()) {
                            case UNKNOWN_UNIT -> "campaign.refused-unit";
                            case UNKNOWN_PERSON -> "campaign.refused-person";
                            case UNKNOWN_FORM -> "campaign.refused-form";
                            case CAMPAIGN_UNFIT -> "campaign.refused-unfit";
                            case NOT_QUALITY_TEAM -> "campaign.refused-role";
                            default -> "campaign.refused-otherwise";
                        };
                    default -> "campaign.refused-otherwise";
                });
    }
}
