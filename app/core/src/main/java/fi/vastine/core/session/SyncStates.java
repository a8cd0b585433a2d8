package fi.vastine.core.session;

import fi.vastine.core.cases.Desk;
import fi.vastine.core.cases.Latest;
import fi.vastine.core.cases.Pending;
import fi.vastine.core.outbox.ScannedPages;
import fi.vastine.core.sync.SyncEngine;
import fi.vastine.core.sync.SyncStatus;
import fi.vastine.core.sync.Trouble.Kind;
import java.util.List;

/** Puts the foot of the window together from what the engine and the desk tell. Thread safe. */
final class SyncStates {
    private final Desk desk;
    private final ScannedPages pages;
    private final SyncEngine engine;
    private final Latest<SyncState> latest;
    private volatile boolean wiped;

    SyncStates(Desk desk, ScannedPages pages, SyncEngine engine) {
        this.desk = desk;
        this.pages = pages;
        this.engine = engine;
        this.latest = new Latest<>(state());
        engine.status().listen(status -> renew());
        desk.pending().listen(pending -> renew());
    }

    Latest<SyncState> latest() {
        return latest;
    }

    /** Everything the person had here is wiped. */
    void wiped() {
        wiped = true;
        renew();
    }

    /** After an exchange that may have sent pages. */
    void look() {
        if (pagesWaiting() != latest.value().pages()) {
            renew();
        }
    }

    private int pagesWaiting() {
        return pages.ready().stream().mapToInt(ScannedPages.File::pages).sum();
    }

    private void renew() {
        synchronized (this) {
            SyncState now = state();
            if (!now.equals(latest.value())) {
                latest.set(now);
            }
        }
        latest.tell();
    }

    private SyncState state() {
        SyncStatus status = engine.status().value();
        Kind pushTrouble = status.pushTrouble();
        String lastError = pushTrouble == null ? null : pushTrouble.name();
        List<Waiting> waiting = desk.pending().value().stream()
                .filter(Pending::unconfirmed)
                .map(each -> new Waiting(each.id(), each.caseId(), each.command(), each.madeAt(), lastError))
                .toList();
        Progress progress =
                status.catchingUp() ? new Progress(desk.count(List.of()).held(), status.expected()) : null;
        return new SyncState(
                wiped ? Connection.WIPED : connection(status), status.updatedAt(), waiting, progress, pagesWaiting());
    }

    private static Connection connection(SyncStatus status) {
        Kind trouble = status.trouble();
        if (trouble == null) {
            return status.heard() ? Connection.ONLINE : Connection.CONNECTING;
        }
        return connection(trouble);
    }

    private static Connection connection(Kind trouble) {
        return switch (trouble) {
            case NO_NETWORK, CUT_SHORT -> Connection.OFFLINE;
            case UNTRUSTED -> Connection.UNTRUSTED;
            case CLOCK_WRONG -> Connection.CERTIFICATE_OUTDATED;
            case PROXY_PAGE -> Connection.PROXY_PAGE;
            case PROXY_SIGN_IN -> Connection.PROXY_SIGN_IN;
            case SESSION_ENDED, TOKEN_EXPIRED, WRONG_PASSWORD -> Connection.SIGN_IN_NEEDED;
            case DEVICE_BLOCKED, WIPE_ORDERED -> Connection.DEVICE_BLOCKED;
            case TOO_OLD -> Connection.TOO_OLD;
            case DISK_FULL -> Connection.DISK_FULL;
            // The laptop registers anew, and nobody has to do anything.
            case RESTORED, DEVICE_FORKED, SEQ_GAP -> Connection.CONNECTING;
            case FORBIDDEN, TOO_LARGE, TOO_MANY, SERVER_TROUBLE -> Connection.SERVER_TROUBLE;
        };
    }
}
