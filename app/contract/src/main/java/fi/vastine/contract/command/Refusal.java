package fi.vastine.contract.command;

/** Why a command cannot be done at all. */
public enum Refusal {
    /** The person never had access to the case's unit. */
    NO_ACCESS,
    /** The person had access when it was written; a text is kept for the present unit. */
    ACCESS_ENDED,
    UNKNOWN_CASE,
    UNKNOWN_UNIT,
    UNKNOWN_PERSON,
    UNKNOWN_THEME,
    UNKNOWN_DRAFT,
    UNKNOWN_REPLY,
    /** The customer did not wish for a reply. */
    NO_REPLY_WISHED,
    /** The customer left no mail address: answer by phone or letter. */
    NO_MAIL_ADDRESS,
    /** A case with an open promise is not closed. */
    REPLY_OWED,
    /** A personal identity code never leaves. */
    IDENTITY_CODE_IN_REPLY,
    /** A blank of a template was left unfilled. */
    BLANK_LEFT,
    EMPTY_TEXT,
    TOO_LONG,
    /** Only the reviewer asked may approve or return. */
    NOT_THE_REVIEWER,
    /** The step is not possible from here, such as setting {@code ANSWERED} by hand. */
    NOT_POSSIBLE,
    /** Only the quality team plans and ends campaigns. */
    NOT_QUALITY_TEAM,
    UNKNOWN_CAMPAIGN,
    UNKNOWN_FORM,
    /** A field of the campaign is not as it must be. */
    CAMPAIGN_UNFIT,
    /** An entry is withdrawn by whoever made it, or by the quality team. */
    NOT_WHO_ENTERED,
    /** Somebody has replied: the entry cannot be withdrawn any more. */
    REPLIED_ALREADY,
    TOO_LARGE,
    /** A payload of a newer program, which this backend cannot read. */
    UNKNOWN_SHAPE
}
