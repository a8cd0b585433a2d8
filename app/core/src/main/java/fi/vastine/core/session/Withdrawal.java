package fi.vastine.core.session;

import fi.vastine.contract.cases.Channel;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.CommandId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.core.json.Json;
import fi.vastine.core.outbox.Outbox;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That a person withdraws, or has withdrawn, what she had entered.
 *
 * @param givenOn the day on which the customer gave it, in Europe/Helsinki
 * @param madeAt when it was entered, by the laptop's clock
 * @param command the one that withdraws it
 * @param done whether the backend has said so
 */
record Withdrawal(
        CaseId caseId,
        UnitId unit,
        @Nullable String form,
        Channel channel,
        LocalDate givenOn,
        Instant madeAt,
        CommandId command,
        boolean done) {
    private static final String KEPT = "withdrawals";

    /** What lies on the disk. */
    private record All(List<Withdrawal> list) {}

    static List<Withdrawal> kept(Outbox outbox, Json json) {
        return outbox.setting(KEPT)
                .map(text -> json.read(text, All.class).list())
                .orElse(List.of());
    }

    static void keep(Outbox outbox, Json json, List<Withdrawal> all) {
        if (all.isEmpty()) {
            outbox.dropSetting(KEPT);
        } else {
            outbox.keepSetting(KEPT, json.write(new All(all)));
        }
    }

    Withdrawal whenDone() {
        return new Withdrawal(caseId, unit, form, channel, givenOn, madeAt, command, true);
    }
}
