package fi.vastine.core.sync;

import fi.vastine.contract.command.Envelope;
import fi.vastine.contract.id.CommandId;
import fi.vastine.contract.wire.Push;
import fi.vastine.core.outbox.Outbox;
import fi.vastine.core.sync.Trouble.Kind;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what was decided, in order, a batch at a time. Belongs to one thread. */
final class Pushing {
    private static final Logger LOG = LoggerFactory.getLogger(Pushing.class);

    /** What the batch has around its commands in JSON, and to spare. */
    private static final int MARGIN = 1024;

    private final Consumer<List<Push.Result>> settle;
    private final Outbox outbox;
    private final Transport transport;
    private final Credentials credentials;
    private final Registering registering;
    private int most = Push.MOST_COMMANDS;

    /**
     * Sends what an outbox holds.
     *
     * @param settle stores outcomes; they are on disk when it returns
     */
    Pushing(
            Consumer<List<Push.Result>> settle,
            Outbox outbox,
            Transport transport,
            Credentials credentials,
            Registering registering) {
        this.settle = settle;
        this.outbox = outbox;
        this.transport = transport;
        this.credentials = credentials;
        this.registering = registering;
    }

    /** Sends one batch; tells whether there was anything to send. */
    boolean once() throws ExchangeFailed {
        // 1. The commands are marked as sent.  2. They are sent.  3. The outcomes are stored.
        // A crash or a lost answer between 2 and 3: they are sent again, and the backend answers what it answered
        // before.
        List<Envelope> commands = outbox.takeForWire(most, Push.MOST_BYTES - MARGIN);
        if (commands.isEmpty()) {
            return false;
        }
        try {
            Push.Answer answer = credentials.exchange(access -> transport.push(access, new Push.Request(commands)));
            requireAnswersTo(commands, answer);
            settle.accept(answer.outcomes());
            most = Math.min(2 * most, Push.MOST_COMMANDS);
            return true;
        } catch (ExchangeFailed e) {
            return recovered(e, commands);
        }
    }

    private boolean recovered(ExchangeFailed e, List<Envelope> commands) throws ExchangeFailed {
        switch (e.trouble().kind()) {
            case TOO_LARGE -> {
                if (commands.size() > 1) {
                    most = commands.size() / 2;
                    return true;
                }
            }
            case DEVICE_FORKED, SEQ_GAP -> {
                LOG.warn("The backend knows this laptop otherwise ({}): it registers anew", e.getMessage());
                registering.want();
            }
            default -> {}
        }
        throw e;
    }

    private static void requireAnswersTo(List<Envelope> commands, Push.Answer answer) throws ExchangeFailed {
        Set<CommandId> asked = commands.stream().map(Envelope::commandId).collect(Collectors.toSet());
        boolean fits = !answer.outcomes().isEmpty()
                && answer.outcomes().stream().allMatch(result -> asked.contains(result.commandId()));
        if (!fits) {
            throw new ExchangeFailed(Trouble.of(Kind.SERVER_TROUBLE));
        }
    }
}
