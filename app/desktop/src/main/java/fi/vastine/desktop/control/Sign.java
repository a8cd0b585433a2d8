package fi.vastine.desktop.control;

import fi.vastine.contract.cases.Channel;
import fi.vastine.contract.cases.FeedbackKind;
import java.util.Locale;

/** Our own pictures of how feedback came in, and of what kind it is. */
public enum Sign {
    WEB,
    SMS,
    DEVICE,
    QR,
    PAPER,
    ORAL,
    SUPPORTED,
    THANKS,
    CRITICISM,
    SUGGESTION,
    QUESTION,
    OTHER;

    @SuppressWarnings("ImmutableEnumChecker") // a record of numbers and texts
    private final Master master = Master.read(name().toLowerCase(Locale.ROOT) + "-16");

    /** The sign of the way feedback came in. */
    public static Sign of(Channel channel) {
        return switch (channel) {
            case WEB -> WEB;
            case SMS -> SMS;
            case DEVICE -> DEVICE;
            case QR -> QR;
            case PAPER -> PAPER;
            case ORAL -> ORAL;
            case SUPPORTED -> SUPPORTED;
        };
    }

    /** The sign of what feedback is: roses and twigs, as a Finn or a Swede calls thanks and criticism. */
    public static Sign of(FeedbackKind kind) {
        return switch (kind) {
            case THANKS -> THANKS;
            case CRITICISM -> CRITICISM;
            case SUGGESTION -> SUGGESTION;
            case QUESTION -> QUESTION;
            case OTHER -> OTHER;
        };
    }

    Master master() {
        return master;
    }
}
