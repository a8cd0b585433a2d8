package fi.vastine.core.session;

import fi.vastine.contract.id.CaseId;
import fi.vastine.core.cases.Desk;
import fi.vastine.core.outbox.KeptJottings;
import fi.vastine.core.outbox.Outbox;
import fi.vastine.core.profile.DiskFull;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * What is half written about a case beside its reply: kept here at every pause, so that neither a locked screen nor the next
 * case loses it.
 *
 * <p>It stays on this laptop: nobody else is to read what its writer has not said yet. Thread safe; all methods block for the disk.
 */
public final class Jottings {
    private final Desk desk;
    private final Outbox outbox;

    Jottings(Desk desk, Outbox outbox) {
        this.desk = desk;
        this.outbox = outbox;
    }

    /** What is being written. */
    public enum What {
        NOTE,
        /** Why a case goes to another unit. */
        REASON_TO_MOVE,
        /** What a colleague is to change in her draft. */
        COMMENT_ON_DRAFT,
        /** What was said to a customer who is answered otherwise than by mail. */
        SAID
    }

    /**
     * Keeps what stands in a field; it is on disk when this returns. Nothing is kept of an empty one.
     *
     * @throws DiskFull with the text kept before still there
     */
    public synchronized void keep(CaseId caseId, What what, String text) {
        Map<String, String> texts =
                new HashMap<>(outbox.jottings(caseId).map(KeptJottings::texts).orElse(Map.of()));
        if (text.isBlank()) {
            texts.remove(what.name());
        } else {
            texts.put(what.name(), text);
        }
        outbox.keepJottings(new KeptJottings(caseId, texts));
        desk.eraseIfErased(caseId);
    }

    /** What was kept last and neither used nor thrown away. */
    public Map<What, String> of(CaseId caseId) {
        Map<What, String> texts = new EnumMap<>(What.class);
        outbox.jottings(caseId)
                .ifPresent(kept -> kept.texts().forEach((what, text) -> texts.put(What.valueOf(what), text)));
        return texts;
    }
}
