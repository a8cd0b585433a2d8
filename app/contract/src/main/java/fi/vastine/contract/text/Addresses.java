package fi.vastine.contract.text;

import fi.vastine.contract.cases.Way;
import java.util.regex.Pattern;

/** Whether what a customer left looks like an address of its way; whether it is theirs, nobody can tell. */
public final class Addresses {
    private static final int LONGEST = 500;
    private static final Pattern MAIL =
            Pattern.compile("[^\\s@<>,;:\"()\\[\\]\\\\]{1,64}@[^\\s@<>,;:\"()\\[\\]\\\\]{3,180}");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ()/-]{5,30}");

    private Addresses() {}

    /** Whether a text fits a way; in person, nothing has to be left. */
    public static boolean fits(Way way, String address) {
        return switch (way) {
            case MAIL -> MAIL.matcher(address).matches() && address.indexOf('.', address.indexOf('@')) > 0;
            case PHONE -> PHONE.matcher(address).matches();
            case POST -> !address.isBlank() && address.length() <= LONGEST;
            case IN_PERSON -> true;
        };
    }
}
