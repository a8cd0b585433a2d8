package fi.vastine.backend.commands;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import fi.vastine.backend.commands.Received.Content;
import fi.vastine.backend.http.HttpProblem;
import fi.vastine.backend.http.LaptopTime;
import fi.vastine.backend.store.Json;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.command.Envelope;
import fi.vastine.contract.command.Refusal;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.CommandId;
import fi.vastine.contract.id.DeviceId;
import fi.vastine.contract.wire.Push;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a batch envelope by envelope, so that one that a newer program wrote, or that is too large, is refused alone.
 *
 * <p>Only a batch whose envelopes cannot be put in order is refused as a whole.
 */
final class BatchReader {
    /** The largest payload of one command, in bytes of JSON: the longest text with every character escaped, and room. */
    private static final int LARGEST_COMMAND = 256 * 1024;

    private final Json json;

    BatchReader(Json json) {
        this.json = json;
    }

    /** @throws HttpProblem {@code MALFORMED} if the envelopes cannot be told apart, {@code TOO_LARGE} if it can be halved */
    List<Received> read(byte[] body) {
        JsonNode commands = tree(body).path("commands");
        if (!commands.isArray()) {
            throw HttpProblem.malformed("A batch has an array of commands.");
        }
        boolean halvable = commands.size() > 1;
        if (commands.size() > Push.MOST_COMMANDS || (halvable && body.length > Push.MOST_BYTES)) {
            throw HttpProblem.tooLarge(Push.MOST_BYTES);
        }
        List<Received> batch = new ArrayList<>();
        for (JsonNode envelope : commands) {
            batch.add(received(envelope, body.length));
        }
        return batch;
    }

    private JsonNode tree(byte[] body) {
        try {
            return json.mapper().readTree(body);
        } catch (IOException e) {
            throw HttpProblem.malformed("It is not JSON.");
        }
    }

    private Received received(JsonNode envelope, int bodyLength) {
        JsonNode seq = envelope.path("seq");
        if (!seq.canConvertToExactIntegral() || !seq.canConvertToLong() || seq.longValue() < 1) {
            throw HttpProblem.malformed("An envelope has a sequence number from 1.");
        }
        try {
            return new Received(
                    CommandId.of(envelope.path("commandId").asText()),
                    DeviceId.of(envelope.path("deviceId").asText()),
                    seq.longValue(),
                    CaseId.of(envelope.path("caseId").asText()),
                    LaptopTime.held(Instant.parse(envelope.path("madeAt").asText())),
                    envelope.path("offeredBefore").asBoolean(),
                    content(envelope.path("shape"), envelope.path("command"), bodyLength));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw HttpProblem.malformed("An envelope's ids are UUIDs, and its time is in ISO form.");
        }
    }

    private Content content(JsonNode shape, JsonNode command, int bodyLength) {
        if (!shape.canConvertToInt() || shape.intValue() > Envelope.SHAPE || !command.isObject()) {
            return new Received.Illegible(Refusal.UNKNOWN_SHAPE);
        }
        try {
            if (bodyLength > LARGEST_COMMAND && json.mapper().writeValueAsBytes(command).length > LARGEST_COMMAND) {
                return new Received.Illegible(Refusal.TOO_LARGE);
            }
            Command read = json.mapper().treeToValue(command, Command.class);
            return Wholeness.of(read)
                    ? new Received.Legible(held(read))
                    : new Received.Illegible(Refusal.UNKNOWN_SHAPE);
        } catch (JsonProcessingException e) {
            return new Received.Illegible(Refusal.UNKNOWN_SHAPE);
        }
    }

    /** Of what a command holds, a time goes on to every laptop of the unit: it is one that each can show. */
    private static Command held(Command read) {
        return read instanceof Command.EnterFeedback entry
                ? new Command.EnterFeedback(
                        entry.collector(),
                        entry.unit(),
                        entry.channel(),
                        entry.kind(),
                        entry.language(),
                        entry.message(),
                        entry.text(),
                        entry.answers(),
                        entry.replyWish(),
                        LaptopTime.held(entry.givenAt()))
                : read;
    }
}
