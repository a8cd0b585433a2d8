package fi.vastine.desktop.syncfoot;

import fi.vastine.core.session.Connection;
import fi.vastine.desktop.shell.ShellViewModel;
import fi.vastine.desktop.shell.Trouble;
import java.util.List;

/** Says above the work what the foot of the rail has no room for: what is wrong, what is safe, what to do. */
public final class ConnectionTroubles {

    private static final List<String> KEYS = List.of(
            "connection.sign-in-needed",
            "connection.proxy-page",
            "connection.proxy-sign-in",
            "connection.untrusted",
            "connection.certificate-outdated",
            "connection.server-trouble",
            "connection.too-old",
            "connection.device-blocked",
            "connection.disk-full");

    private final ShellViewModel shell;
    private final Runnable signInAgain;
    private final Runnable toSettings;
    private final Runnable tryNow;
    private Connection shown = Connection.CONNECTING;

    public ConnectionTroubles(ShellViewModel shell, Runnable signInAgain, Runnable toSettings, Runnable tryNow) {
        this.toSettings = toSettings;
        this.shell = shell;
        this.signInAgain = signInAgain;
        this.tryNow = tryNow;
    }

    /** Shows the trouble of the connection as it stands now, and puts aside what is over. */
    public void show(Connection now) {
        if (now == shown) {
            return;
        }
        shown = now;
        KEYS.forEach(shell::solved);
        switch (now) {
            // Of what was wiped, the page on which one signs in tells.
            case CONNECTING, ONLINE, OFFLINE, WIPED -> {}
            case SIGN_IN_NEEDED ->
                shell.show(
                        Trouble.of("connection.sign-in-needed", new Trouble.Remedy("connection.sign-in", signInAgain)));
            case PROXY_PAGE -> shell.show(Trouble.of("connection.proxy-page", Trouble.Remedy.tryAgain(tryNow)));
            case PROXY_SIGN_IN ->
                shell.show(Trouble.of("connection.proxy-sign-in", new Trouble.Remedy("network.open", toSettings)));
            case UNTRUSTED -> shell.show(Trouble.of("connection.untrusted", Trouble.Remedy.tryAgain(tryNow)));
            case CERTIFICATE_OUTDATED ->
                shell.show(Trouble.of("connection.certificate-outdated", Trouble.Remedy.tryAgain(tryNow)));
            case SERVER_TROUBLE -> shell.show(Trouble.of("connection.server-trouble", Trouble.Remedy.tryAgain(tryNow)));
            case TOO_OLD -> shell.show(Trouble.of("connection.too-old"));
            case DEVICE_BLOCKED -> shell.show(Trouble.of("connection.device-blocked"));
            case DISK_FULL -> shell.show(Trouble.of("connection.disk-full", Trouble.Remedy.tryAgain(tryNow)));
        }
    }
}
