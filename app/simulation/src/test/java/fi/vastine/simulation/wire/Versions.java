package fi.vastine.simulation.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import fi.vastine.contract.command.Envelope;

/** What another version of the program at the other end would say. */
final class Versions {
    private Versions() {}

    /** With a kind of line and a property that only a newer laptop knows. */
    static Reply newer(Reply reply) {
        if (reply.status() != 200) {
            return reply;
        }
        return reply.contentType().startsWith("application/x-ndjson")
                ? reply.with("{\"novelty\":{\"of\":1}}\n" + reply.text())
                : reply.with(reply.text().replaceFirst("\\{", "{\"novelty\":1,"));
    }

    /** With commands in a shape of the future. */
    static Asked newer(Asked asked) {
        String text = asked.text().replace("\"shape\":" + Envelope.SHAPE, "\"shape\":1000");
        return new Asked(asked.method(), asked.target(), asked.headers(), text.getBytes(UTF_8));
    }
}
