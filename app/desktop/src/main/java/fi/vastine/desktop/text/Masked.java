package fi.vastine.desktop.text;

import fi.vastine.contract.cases.ReplyWish;

/** A customer's contact with most of it hidden: enough to see that it is there, too little to use it. */
public final class Masked {
    private static final String DOTS = "●●●";

    private Masked() {}

    /** {@code m●●●@●●●.fi}, {@code ●●●37}, or dots alone for a postal address. */
    public static String contact(ReplyWish wish) {
        String address = wish.address().strip();
        return switch (wish.way()) {
            case MAIL -> mail(address);
            case PHONE -> DOTS + address.substring(Math.max(0, address.length() - 2));
            case POST, IN_PERSON -> DOTS;
        };
    }

    private static String mail(String address) {
        int at = address.indexOf('@');
        int dot = address.lastIndexOf('.');
        if (at < 1 || dot < at) {
            return DOTS;
        }
        return address.charAt(0) + DOTS + "@" + DOTS + address.substring(dot);
    }
}
