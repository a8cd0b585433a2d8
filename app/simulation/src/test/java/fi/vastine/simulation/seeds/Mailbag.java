package fi.vastine.simulation.seeds;

import fi.vastine.backend.delivery.Handed;
import fi.vastine.backend.delivery.Letter;
import fi.vastine.backend.delivery.MailOut;
import fi.vastine.contract.id.ReplyId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The county's mail system: what left, and what happens to the letters to come. */
final class Mailbag implements MailOut {
    private final List<ReplyId> sent = new ArrayList<>();
    private final Deque<Fate> fates = new ArrayDeque<>();

    /** What happens to a letter that is handed over. */
    enum Fate {
        SENT,
        /** Not now. */
        LATER,
        /** Never. */
        REFUSED,
        /** It has left, and the backend is not told. */
        SENT_IN_DOUBT,
        /** It has not left, and the backend is not told. */
        NOT_SENT_IN_DOUBT,
        /** It has left, and the backend crashes before it can write that down. */
        CRASH_AFTER,
        /** The backend crashes before it has left. */
        CRASH_BEFORE
    }

    /** The next letter that nothing else was said of. */
    void next(Fate fate) {
        fates.add(fate);
    }

    void calm() {
        fates.clear();
    }

    /** Every time a reply left. */
    List<ReplyId> sent() {
        return sent;
    }

    @Override
    public Handed hand(Letter letter) {
        Fate fate = fates.isEmpty() ? Fate.SENT : fates.remove();
        return switch (fate) {
            case SENT -> {
                sent.add(letter.reply());
                yield new Handed.Sent();
            }
            case LATER -> new Handed.Later("451");
            case REFUSED -> new Handed.Refused("550");
            case SENT_IN_DOUBT -> {
                sent.add(letter.reply());
                yield new Handed.InDoubt("TIMEOUT");
            }
            case NOT_SENT_IN_DOUBT -> new Handed.InDoubt("TIMEOUT");
            case CRASH_AFTER -> {
                sent.add(letter.reply());
                throw new Crash("after a mail had left");
            }
            case CRASH_BEFORE -> throw new Crash("before a mail left");
        };
    }
}
