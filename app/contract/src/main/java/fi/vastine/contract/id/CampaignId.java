package fi.vastine.contract.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names one campaign. */
public record CampaignId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CampaignId {}

    /** Reads the usual text form of a UUID; throws {@link IllegalArgumentException} for anything else. */
    public static CampaignId of(String text) {
        return new CampaignId(UUID.fromString(text));
    }

    /** What an envelope names in the place of a case, which a command of a campaign has none of. */
    public CaseId subject() {
        return new CaseId(value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
