package fi.vastine.backend.delivery;

import fi.vastine.backend.ledger.Ledger;
import fi.vastine.backend.store.MailQueue;
import fi.vastine.backend.store.MailQueue.Queued;
import fi.vastine.backend.store.StoreUnavailable;
import fi.vastine.backend.store.Transaction;
import fi.vastine.backend.store.Writer;
import fi.vastine.contract.cases.DeliveryState;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.cases.ReplyWish;
import fi.vastine.contract.cases.Way;
import fi.vastine.contract.command.ReplyRules;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes replies from the queue to the mail system, each at most once.
 *
 * <ol>
 *   <li>That an attempt begins is committed, and noted in the ledger.
 *   <li>The mail is handed over.
 *   <li>What came of it is noted in the ledger, and committed, on the case and in the queue together.
 * </ol>
 *
 * A crash between 1 and 3 leaves an attempt without an end: the mail may have left or not. Such a reply is never sent again
 * by itself; its case says that it is in doubt, and a person decides. A database restored from a backup may know nothing of an
 * attempt: then the ledger does, and a reply that comes once more is not mailed once more. What is known not to have left is tried again, less
 * and less often, for a day.
 */
public final class Courier implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final List<Duration> WAITS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(2));
    private static final Duration TRIED = Duration.ofDays(1);
    /** Longer than handing over takes with every answer as late as it may be. */
    private static final Duration LONGEST_ATTEMPT = Duration.ofMinutes(15);

    private static final Duration LOOK = Duration.ofMillis(200);
    private static final int AT_ONCE = 100;

    private final MailQueue queue;
    private final Writer writer;
    private final Ledger ledger;
    private final MailOut out;
    private final InstantSource clock;
    private final CountDownLatch closed = new CountDownLatch(1);
    private @Nullable Thread thread;

    public Courier(MailQueue queue, Writer writer, Ledger ledger, MailOut out, InstantSource clock) {
        this.queue = queue;
        this.writer = writer;
        this.ledger = ledger;
        this.out = out;
        this.clock = clock;
    }

    /** Sets out, on a thread of its own. */
    public void start() {
        thread = Thread.ofPlatform().name("courier").daemon().start(this::run);
    }

    /** How long the oldest reply waits that is to leave. */
    public Duration oldestWaits() {
        return queue.oldest()
                .map(since -> Duration.between(since, clock.instant()))
                .orElse(Duration.ZERO);
    }

    /** Ends after the mail that is being handed over now. */
    @Override
    public void close() {
        closed.countDown();
        Thread running = thread;
        if (running != null) {
            try {
                running.join(LONGEST_ATTEMPT);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void run() {
        do {
            try {
                round();
            } catch (StoreUnavailable e) {
                LOG.warn("The mail queue cannot be read or written now", e);
            }
        } while (!closedWithin(LOOK));
    }

    /** Takes all that is due, once. */
    public void round() {
        Instant now = clock.instant();
        for (Queued open : queue.openSince(now.minus(LONGEST_ATTEMPT))) {
            settle(open, new Handed.InDoubt("INTERRUPTED"));
        }
        for (Queued due : queue.due(now, AT_ONCE)) {
            if (closedWithin(Duration.ZERO)) {
                return;
            }
            begin(due).ifPresent(letter -> settleSurely(due, handed(letter)));
        }
    }

    /** Step 1; empty if there is nothing to send any more. */
    private Optional<Letter> begin(Queued due) {
        return writer.write(transaction -> {
            Optional<Letter> letter = queue.find(transaction, due.reply())
                    .filter(queued -> queued.handedAt() == null)
                    .flatMap(queued -> transaction.find(due.caseId()))
                    .flatMap(feedbackCase -> letter(feedbackCase, due));
            if (letter.isPresent()) {
                queue.hand(transaction, due.reply(), clock.instant());
            } else {
                queue.remove(transaction, due.reply());
            }
            return letter;
        });
    }

    /** Step 2, unless the ledger knows of an attempt that this database does not. */
    private Handed handed(Letter letter) {
        return switch (ledger.mail(letter.reply())) {
            case SENT -> new Handed.Sent();
            case BEGUN -> new Handed.InDoubt("RESTORED");
            case NOT_TAKEN -> handedNow(letter);
        };
    }

    private Handed handedNow(Letter letter) {
        ledger.mail(letter.reply(), Ledger.Mail.BEGUN);
        Handed handed = out.hand(letter);
        switch (handed) {
            case Handed.Sent sent -> ledger.mail(letter.reply(), Ledger.Mail.SENT);
            case Handed.Refused no -> ledger.mail(letter.reply(), Ledger.Mail.NOT_TAKEN);
            case Handed.Later later -> ledger.mail(letter.reply(), Ledger.Mail.NOT_TAKEN);
            case Handed.InDoubt doubt -> LOG.warn("It is not known whether a mail was taken.");
        }
        return handed;
    }

    private static Optional<Letter> letter(FeedbackCase feedbackCase, Queued due) {
        ReplyWish wish = feedbackCase.replyWish();
        if (wish == null || wish.way() != Way.MAIL) {
            return Optional.empty();
        }
        return feedbackCase
                .reply(due.reply())
                .filter(reply -> reply.way() == Way.MAIL && reply.delivery().state() == DeliveryState.WAITING)
                .map(reply -> new Letter(
                        reply.id(),
                        wish.address(),
                        feedbackCase.origin().language(),
                        reply.text(),
                        reply.answeredAt()));
    }

    /** Step 3, however long the database is away; ending before it is written leaves the reply in doubt. */
    private void settleSurely(Queued due, Handed handed) {
        while (true) {
            try {
                settle(due, handed);
                return;
            } catch (StoreUnavailable e) {
                LOG.error("What came of a mail cannot be written yet", e);
                if (closedWithin(LOOK)) {
                    return;
                }
            }
        }
    }

    private boolean closedWithin(Duration time) {
        try {
            return closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void settle(Queued due, Handed handed) {
        boolean written = writer.write(transaction -> {
            Optional<Queued> open = queue.find(transaction, due.reply()).filter(queued -> queued.handedAt() != null);
            open.ifPresent(queued -> settle(transaction, queued, handed));
            return open.isPresent();
        });
        if (written) {
            LOG.atInfo()
                    .addKeyValue("reply", due.reply())
                    .addKeyValue("result", handed.getClass().getSimpleName())
                    .log("handed over");
        }
    }

    private void settle(Transaction transaction, Queued queued, Handed handed) {
        Instant now = clock.instant();
        switch (handed) {
            case Handed.Sent taken -> end(transaction, queued, DeliveryState.SENT, null);
            case Handed.Refused no -> end(transaction, queued, DeliveryState.FAILED, no.reason());
            case Handed.InDoubt doubt -> end(transaction, queued, DeliveryState.IN_DOUBT, doubt.reason());
            case Handed.Later later -> {
                if (now.isAfter(queued.queuedAt().plus(TRIED))) {
                    end(transaction, queued, DeliveryState.FAILED, later.reason());
                } else {
                    Duration wait = WAITS.get(Math.min(queued.attempts(), WAITS.size()) - 1);
                    queue.again(transaction, queued.reply(), now.plus(wait));
                }
            }
        }
    }

    private void end(Transaction transaction, Queued queued, DeliveryState state, @Nullable String reason) {
        queue.remove(transaction, queued.reply());
        transaction
                .find(queued.caseId())
                .filter(feedbackCase -> feedbackCase.reply(queued.reply()).isPresent())
                .ifPresent(feedbackCase -> transaction.change(
                        ReplyRules.delivered(feedbackCase, queued.reply(), state, clock.instant(), reason)));
    }
}
