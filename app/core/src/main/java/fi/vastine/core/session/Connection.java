package fi.vastine.core.session;

/** How the laptop stands with the backend, each with words of its own on the screen. */
public enum Connection {
    /** Nothing has been heard since the session began. */
    CONNECTING,
    ONLINE,
    /** No answer: no network, or the backend is not there. */
    OFFLINE,
    /** The backend no longer knows the sign-in; everything goes on working here, nothing is sent. */
    SIGN_IN_NEEDED,
    /** Something between here and the backend answers in its place, such as a network's own sign-in page. */
    PROXY_PAGE,
    /** The proxy on the way asks for a sign-in of its own. */
    PROXY_SIGN_IN,
    /** What answers cannot prove that it is the backend: nothing is sent there. */
    UNTRUSTED,
    /** What the backend proves itself with does not hold today, or this laptop's clock is wrong: nothing is sent. */
    CERTIFICATE_OUTDATED,
    /** The backend answers, but not as it should. */
    SERVER_TROUBLE,
    /** The backend no longer speaks with a program of this age. */
    TOO_OLD,
    /** An administrator has blocked this laptop. */
    DEVICE_BLOCKED,
    /** An administrator had this laptop wiped: nothing is left of what the person had here. */
    WIPED,
    /** There is no room on the disk for what the backend sends. */
    DISK_FULL
}
