package fi.vastine.backend;

import fi.vastine.backend.delivery.EmlFolder;
import fi.vastine.backend.delivery.MailOut;
import fi.vastine.backend.delivery.MailStyle;
import fi.vastine.backend.erasing.Retention;
import fi.vastine.backend.http.HttpSettings;
import fi.vastine.backend.store.DatabaseServer;
import fi.vastine.contract.recovery.RecoveryKey;
import fi.vastine.contract.wire.Scope;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a backend is told before it starts.
 *
 * @param folder where its database lies; made if it is not there
 * @param database where the database is instead; null for the one in the folder
 * @param ledger where it keeps what a restored backup of the database must not undo; made if it is not there
 * @param mail how replies leave
 * @param feedbackPerSender how much feedback one sender may post in a minute
 * @param feedbackInAll how much all senders together may
 * @param recoveryKey the public half of the organisation's recovery key; absent if it has none
 * @param retention how long texts and contact details are kept
 * @param leaseDays for how many days laptops show cases without having heard from here
 * @param patience how long a desktop that waits for news is kept waiting; under a minute, which office proxies cut
 */
public record BackendSettings(
        Path folder,
        @Nullable DatabaseServer database,
        Path ledger,
        HttpSettings http,
        MailOut mail,
        int feedbackPerSender,
        int feedbackInAll,
        @Nullable RecoveryKey recoveryKey,
        Retention retention,
        int leaseDays,
        Duration patience) {
    private static final int PER_SENDER = 30;
    private static final int IN_ALL = 3_000;
    private static final Duration PATIENCE = Duration.ofSeconds(55);

    /** A backend for this machine alone, on any free port; its mails stay in the folder {@code mails} beside the database. */
    public static BackendSettings loopback(Path folder) {
        MailStyle style = new MailStyle("palaute@vastine.invalid", "Vastine", Map.of());
        MailOut mails = new EmlFolder(folder.resolve("mails"), style);
        return new BackendSettings(
                folder,
                null,
                folder.resolve("ledger"),
                HttpSettings.loopback(),
                mails,
                PER_SENDER,
                IN_ALL,
                null,
                Retention.FOR_EVER,
                Scope.LEASE_DAYS,
                PATIENCE);
    }

    /** The same, listening on a given port, such as the one it had before it was stopped. */
    public BackendSettings onPort(int port) {
        return new BackendSettings(
                folder,
                database,
                ledger,
                new HttpSettings(http.host(), port, http.allowedOrigins(), http.trustedProxies(), http.bodyTime()),
                mail,
                feedbackPerSender,
                feedbackInAll,
                recoveryKey,
                retention,
                leaseDays,
                patience);
    }

    /** The same, with its database on a server. */
    public BackendSettings withDatabase(DatabaseServer server) {
        return new BackendSettings(
                folder,
                server,
                ledger,
                http,
                mail,
                feedbackPerSender,
                feedbackInAll,
                recoveryKey,
                retention,
                leaseDays,
                patience);
    }

    /** The same, with its ledger elsewhere. */
    public BackendSettings withLedger(Path other) {
        return new BackendSettings(
                folder,
                database,
                other,
                http,
                mail,
                feedbackPerSender,
                feedbackInAll,
                recoveryKey,
                retention,
                leaseDays,
                patience);
    }

    /** The same, listening elsewhere. */
    public BackendSettings withHttp(HttpSettings other) {
        return new BackendSettings(
                folder,
                database,
                ledger,
                other,
                mail,
                feedbackPerSender,
                feedbackInAll,
                recoveryKey,
                retention,
                leaseDays,
                patience);
    }

    /** The same, with another way out for mail. */
    public BackendSettings withMail(MailOut other) {
        return new BackendSettings(
                folder,
                database,
                ledger,
                http,
                other,
                feedbackPerSender,
                feedbackInAll,
                recoveryKey,
                retention,
                leaseDays,
                patience);
    }

    /** The same, with other limits on public feedback. */
    public BackendSettings withFeedbackLimits(int perSender, int inAll) {
        return new BackendSettings(
                folder, database, ledger, http, mail, perSender, inAll, recoveryKey, retention, leaseDays, patience);
    }

    /** The same, keeping what was written for another time, and laptops trusted for another. */
    public BackendSettings withKeeping(Retention other, int days) {
        return new BackendSettings(
                folder,
                database,
                ledger,
                http,
                mail,
                feedbackPerSender,
                feedbackInAll,
                recoveryKey,
                other,
                days,
                patience);
    }

    /** The same, telling each laptop of a recovery key. */
    public BackendSettings withRecoveryKey(RecoveryKey key) {
        return new BackendSettings(
                folder,
                database,
                ledger,
                http,
                mail,
                feedbackPerSender,
                feedbackInAll,
                key,
                retention,
                leaseDays,
                patience);
    }

    /** The same, keeping desktops that wait for news for another time. */
    public BackendSettings withPatience(Duration other) {
        return new BackendSettings(
                folder,
                database,
                ledger,
                http,
                mail,
                feedbackPerSender,
                feedbackInAll,
                recoveryKey,
                retention,
                leaseDays,
                other);
    }
}
