package fi.vastine.backend.erasing;

/**
 * How long an organisation keeps what was written, in months since the last thing happened to a case in which nothing is left to
 * do; 0 for ever. Figures are never counted among it.
 *
 * @param contactMonths how long the customer's contact details are kept
 * @param textMonths how long texts are kept
 */
public record Retention(int contactMonths, int textMonths) {
    public static final Retention FOR_EVER = new Retention(0, 0);
}
