package fi.vastine.contract.wire;

import fi.vastine.contract.command.Envelope;
import fi.vastine.contract.command.Outcome;
import fi.vastine.contract.id.CommandId;
import java.util.List;

/** {@code POST /v1/commands}: what a laptop decided, in order, and what came of each. */
public final class Push {
    /** The most commands in one batch. */
    public static final int MOST_COMMANDS = 200;

    /** The largest batch, in bytes of JSON. */
    public static final int MOST_BYTES = 1 << 20;

    private Push() {}

    /** An ordered batch of one device. */
    public record Request(List<Envelope> commands) {
        public Request {
            commands = commands == null ? List.of() : List.copyOf(commands);
        }
    }

    /** One outcome per command, in the same order. */
    public record Answer(List<Result> outcomes) {
        public Answer {
            outcomes = outcomes == null ? List.of() : List.copyOf(outcomes);
        }
    }

    /** What came of one command. */
    public record Result(CommandId commandId, long seq, Outcome outcome) {}
}
