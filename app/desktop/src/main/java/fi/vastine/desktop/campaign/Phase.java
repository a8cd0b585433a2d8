package fi.vastine.desktop.campaign;

import fi.vastine.contract.reference.Campaign;
import java.time.LocalDate;

/** Where in its days a campaign is, in the order of the list. */
enum Phase {
    RUNNING,
    COMING,
    PAST,
    CALLED_OFF;

    static Phase of(Campaign campaign, LocalDate today) {
        if (campaign.isCalledOff()) {
            return CALLED_OFF;
        }
        if (campaign.runsOn(today)) {
            return RUNNING;
        }
        return today.isBefore(campaign.from()) ? COMING : PAST;
    }

    /** Whether it can still end earlier than planned. */
    boolean isOpen() {
        return this == RUNNING || this == COMING;
    }
}
