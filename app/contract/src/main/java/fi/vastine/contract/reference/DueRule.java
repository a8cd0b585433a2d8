package fi.vastine.contract.reference;

import com.fasterxml.jackson.annotation.JsonInclude;
import fi.vastine.contract.cases.Channel;
import fi.vastine.contract.cases.FeedbackKind;
import fi.vastine.contract.id.ThemeId;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A promise of the organisation: within how many days a reply is given.
 *
 * @param version counts the changes of the rule, from 1; kept on the case
 * @param channel the only channel it is for; absent for any
 * @param kind the only kind it is for; absent for any
 * @param theme the only theme it is for; absent for any
 * @param from the first day of reception it holds for, in Europe/Helsinki
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DueRule(
        String id,
        int version,
        int days,
        @Nullable Channel channel,
        @Nullable FeedbackKind kind,
        @Nullable ThemeId theme,
        LocalDate from) {

    public boolean fits(LocalDate received, Channel byChannel, FeedbackKind ofKind, List<ThemeId> themes) {
        return !received.isBefore(from)
                && (channel == null || channel == byChannel)
                && (kind == null || kind == ofKind)
                && (theme == null || themes.contains(theme));
    }

    /** How particular the rule is: the number of its conditions. */
    public int particulars() {
        return (int) Stream.of(channel, kind, theme)
                .filter(condition -> condition != null)
                .count();
    }
}
