package fi.vastine.desktop.reply;

import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.cases.Way;
import fi.vastine.contract.command.Decisions;
import fi.vastine.contract.text.IdentityCodes;
import fi.vastine.contract.text.ReplyText;
import org.jspecify.annotations.Nullable;

/** Why a reply cannot be sent: the key of a sentence, and what is counted in it. */
record Hindrance(String key, int count) {
    static final Hindrance SENDING = new Hindrance("reply.why-sending", 0);

    /** What hinders a text from going out in this way as the answer to the case; absent if nothing does. */
    static @Nullable Hindrance in(String text, Way way, FeedbackCase answered) {
        if (!answered.owesReply()) {
            return new Hindrance("reply.why-answered", 0);
        }
        if (way != Way.MAIL) {
            return new Hindrance("reply.why-no-mail", 0);
        }
        if (text.isBlank()) {
            return new Hindrance("reply.why-empty", 0);
        }
        if (text.length() > Decisions.LONGEST_TEXT) {
            return new Hindrance("reply.why-too-long", text.length() - Decisions.LONGEST_TEXT);
        }
        if (IdentityCodes.foundIn(text)) {
            return new Hindrance("reply.why-identity-code", 0);
        }
        int blanks = ReplyText.blanks(text).size();
        return blanks == 0 ? null : new Hindrance("reply.why-blanks", blanks);
    }
}
