package fi.vastine.core.sync;

import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.wire.CatchUp;
import fi.vastine.contract.wire.News;
import fi.vastine.contract.wire.PullLine;
import fi.vastine.contract.wire.PullRequest;
import fi.vastine.contract.wire.Scope;
import fi.vastine.core.cases.Desk;
import fi.vastine.core.replica.Cursors;
import fi.vastine.core.replica.Page;
import fi.vastine.core.sync.Trouble.Kind;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fetches what is new, a page at a time. Belongs to one thread. */
final class Pulling {
    private static final Logger LOG = LoggerFactory.getLogger(Pulling.class);

    /** Small, so that what waits for a reply is on the screen of a new laptop at once. */
    private static final int FIRST_PAGE = 200;

    private static final int PAGE = 2000;

    private final Desk desk;
    private final Transport transport;
    private final Credentials credentials;
    private final Registering registering;
    private final Ahead ahead;
    private final Map<UnitId, Long> healed = new HashMap<>();
    private @Nullable Scope doubted;
    private long expected;

    Pulling(Desk desk, Transport transport, Credentials credentials, Registering registering, Executor beside) {
        this.desk = desk;
        this.transport = transport;
        this.credentials = credentials;
        this.registering = registering;
        this.ahead = new Ahead(this::fetch, beside);
    }

    /** How many cases there will be at the end of the downloads under way, as last told; 0 if there are none. */
    long expected() {
        return expected;
    }

    /** Fetches and keeps one page; where the backend stands when nothing more is there to be had, else empty. */
    Optional<News> once() throws ExchangeFailed {
        Cursors held = desk.cursors();
        if (held.after() < 0) {
            desk.beginFill();
        }
        Optional<Incoming> fetched = ahead.behind(held);
        return take(fetched.isPresent() ? fetched.get() : fetch(held));
    }

    private Incoming fetch(Cursors held) throws ExchangeFailed {
        int limit = held.after() < 0 ? FIRST_PAGE : PAGE;
        var request = new PullRequest(
                held.epoch(), held.after(), held.catchUp(), held.scope().version(), limit);
        return credentials.exchange(access -> {
            var lines = new Incoming(held);
            transport.pull(access, request, lines::take);
            return lines;
        });
    }

    private Optional<News> take(Incoming incoming) throws ExchangeFailed {
        if (incoming.isOfAnotherEpoch()) {
            LOG.warn("The backend was restored from a backup: everything is fetched anew");
            registering.want();
            desk.resetReplica();
            return Optional.empty();
        }
        if (incoming.lastSeq() > desk.lastSeq()) {
            // Taken as they are, these cases would seem to hold what is decided here from now on under the same
            // numbers.
            LOG.warn("The backend has commands of this laptop that it does not know: its disk was put back, or copied");
            registering.want();
            throw new ExchangeFailed(Trouble.of(Kind.DEVICE_FORKED));
        }
        if (isToBeConfirmed(incoming)) {
            return Optional.empty();
        }
        Page page = incoming.page();
        if (incoming.isWithinFirstDownload()) {
            ahead.begin(page.cursors());
        }
        desk.apply(page, incoming.rows());
        expected = incoming.end().expected();
        Cursors now = desk.cursors();
        if (incoming.end().more() || !now.catchUp().isEmpty() || isHealing(incoming.end())) {
            return Optional.empty();
        }
        desk.endFill();
        return Optional.of(new News(now.after(), now.scope().version()));
    }

    /** A scope that would take away more than a quarter of the cases has to be told twice. */
    private boolean isToBeConfirmed(Incoming incoming) {
        Set<UnitId> lost = incoming.lost();
        boolean told = incoming.scope().equals(doubted);
        doubted = null;
        if (lost.isEmpty() || told) {
            return false;
        }
        Desk.Count count = desk.count(lost);
        if (4 * count.inUnits() <= count.held()) {
            return false;
        }
        LOG.warn("The scope would take away {} of {} cases: asking again", count.inUnits(), count.held());
        doubted = incoming.scope();
        return true;
    }

    /** Downloads a unit anew whose cases are not what the backend has, once for each state of the backend. */
    private boolean isHealing(PullLine.PageLine end) {
        boolean healing = false;
        for (Map.Entry<UnitId, Long> told : end.checksums().entrySet()) {
            UnitId unit = told.getKey();
            boolean same = desk.checksum(unit) == told.getValue();
            if (!same && !Long.valueOf(end.after()).equals(healed.put(unit, end.after()))) {
                LOG.warn("The cases of unit {} are not what the backend has: fetching them anew", unit);
                desk.mark(unit, new CatchUp(end.after(), null));
                healing = true;
            }
        }
        return healing;
    }
}
