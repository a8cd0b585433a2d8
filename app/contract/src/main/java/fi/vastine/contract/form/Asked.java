package fi.vastine.contract.form;

import fi.vastine.contract.cases.Channel;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.due.DueDates;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * A form that somebody put to a customer, or keyed in for her.
 *
 * @param form the form and its version, such as {@code national/2}
 * @param on the day on which she answered, in Europe/Helsinki
 */
public record Asked(String form, LocalDate on) {
    private static final Set<Channel> BY_STAFF = Set.of(Channel.SUPPORTED, Channel.PAPER);

    /** By what the customer of a case was asked; empty for one who came by herself. */
    public static Optional<Asked> of(FeedbackCase whole) {
        String form = whole.origin().answers().form();
        return form == null || !BY_STAFF.contains(whole.origin().channel())
                ? Optional.empty()
                : Optional.of(
                        new Asked(form, LocalDate.ofInstant(whole.feedback().at(), DueDates.ZONE)));
    }

    /** The id of the form, whatever its version. */
    public String formId() {
        return form.substring(0, form.indexOf('/'));
    }
}
