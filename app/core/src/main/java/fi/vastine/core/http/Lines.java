package fi.vastine.core.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectReader;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.form.Form;
import fi.vastine.contract.reference.Campaign;
import fi.vastine.contract.reference.DueRule;
import fi.vastine.contract.reference.Person;
import fi.vastine.contract.reference.Response;
import fi.vastine.contract.reference.Template;
import fi.vastine.contract.reference.Theme;
import fi.vastine.contract.reference.Unit;
import fi.vastine.contract.wire.PullLine;
import fi.vastine.core.sync.ExchangeFailed;
import fi.vastine.core.sync.Line;
import fi.vastine.core.sync.Trouble;
import fi.vastine.core.sync.Trouble.Kind;
import java.io.EOFException;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.function.Function;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * Reads a pull line by line as it comes.
 *
 * <p>A line is one property with one object. It is read by hand up to that object, so that the object's own text is had without
 * writing it again: the parser tells where it begins and ends. A kind of line that is not known is passed over, as a newer backend
 * may send it.
 */
final class Lines {
    /** In bytes, unpacked. A case with all that was written of it takes a small part of this. */
    private static final long LONGEST_LINE = 16L << 20;

    /** In bytes, unpacked; what 2000 cases take a small part of. */
    private static final long LONGEST_ANSWER = 256L << 20;

    private final ObjectReader cases;
    private final ObjectReader whole;
    private final ObjectReader any;

    Lines(ObjectReader reader) {
        this.cases = reader.forType(FeedbackCase.class);
        this.whole = reader.forType(PullLine.class);
        this.any = reader;
    }

    /**
     * Hands out each line up to the {@code page}.
     *
     * @throws ExchangeFailed if the answer ends before it, or is not what it should be
     */
    void read(BufferedSource source, Consumer<Line> each) throws IOException, ExchangeFailed {
        boolean whole = false;
        long left = LONGEST_ANSWER;
        while (!whole) {
            byte[] text = next(source);
            left -= text.length;
            if (left < 0) {
                throw notOurs();
            }
            Line line = parsed(text);
            if (line != null) {
                each.accept(line);
                whole = line.content() instanceof PullLine.PageLine;
            }
        }
    }

    private static byte[] next(BufferedSource source) throws IOException, ExchangeFailed {
        try {
            long length = source.indexOf((byte) '\n', 0, LONGEST_LINE);
            if (length < 0) {
                throw source.request(LONGEST_LINE) ? notOurs() : new ExchangeFailed(Trouble.of(Kind.CUT_SHORT));
            }
            byte[] line = source.readByteArray(length);
            source.skip(1);
            return line;
        } catch (EOFException cutInCompressed) {
            throw new ExchangeFailed(Trouble.of(Kind.CUT_SHORT), cutInCompressed);
        }
    }

    private @Nullable Line parsed(byte[] line) throws IOException, ExchangeFailed {
        try {
            return parse(line);
        } catch (JacksonException notOurs) {
            throw new ExchangeFailed(Trouble.of(Kind.SERVER_TROUBLE), withoutText(notOurs));
        }
    }

    private @Nullable Line parse(byte[] line) throws IOException, ExchangeFailed {
        try (JsonParser parser = any.createParser(line)) {
            expect(parser.nextToken() == JsonToken.START_OBJECT);
            expect(parser.nextToken() == JsonToken.FIELD_NAME);
            String kind = parser.currentName();
            expect(parser.nextToken() == JsonToken.START_OBJECT);
            return switch (kind) {
                case "case" -> snapshot(parser, line);
                case "scope", "forget", "page" -> new Line(whole.readValue(line), "");
                case "unit" -> document(parser, line, Unit.class, PullLine.UnitLine::new);
                case "person" -> document(parser, line, Person.class, PullLine.PersonLine::new);
                case "theme" -> document(parser, line, Theme.class, PullLine.ThemeLine::new);
                case "template" -> document(parser, line, Template.class, PullLine.TemplateLine::new);
                case "rule" -> document(parser, line, DueRule.class, PullLine.RuleLine::new);
                case "form" -> document(parser, line, Form.class, PullLine.FormLine::new);
                case "response" -> document(parser, line, Response.class, PullLine.ResponseLine::new);
                case "campaign" -> document(parser, line, Campaign.class, PullLine.CampaignLine::new);
                default -> null;
            };
        }
    }

    private Line snapshot(JsonParser parser, byte[] line) throws IOException, ExchangeFailed {
        Content<FeedbackCase> content = null;
        long seq = 0;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            if (name.equals("snapshot")) {
                content = content(parser, line, cases);
            } else if (name.equals("seq")) {
                seq = parser.getLongValue();
            } else {
                parser.skipChildren();
            }
        }
        if (content == null) {
            throw notOurs();
        }
        return new Line(new PullLine.CaseLine(content.value(), seq), content.json());
    }

    private <T> Line document(JsonParser parser, byte[] line, Class<T> type, Function<T, PullLine> asLine)
            throws IOException, ExchangeFailed {
        expect(parser.nextToken() == JsonToken.FIELD_NAME);
        expect(parser.nextToken() == JsonToken.START_OBJECT);
        Content<T> content = content(parser, line, any.forType(type));
        return new Line(asLine.apply(content.value()), content.json());
    }

    /** An object and its text. */
    private record Content<T>(T value, String json) {}

    private static <T> Content<T> content(JsonParser parser, byte[] line, ObjectReader reader)
            throws IOException, ExchangeFailed {
        int from = (int) parser.currentTokenLocation().getByteOffset();
        T value = reader.readValue(parser);
        if (value == null) {
            throw notOurs();
        }
        int to = (int) parser.currentLocation().getByteOffset();
        return new Content<>(value, new String(line, from, to - from, UTF_8));
    }

    private static void expect(boolean asItShould) throws ExchangeFailed {
        if (!asItShould) {
            throw notOurs();
        }
    }

    private static ExchangeFailed notOurs() {
        return new ExchangeFailed(Trouble.of(Kind.SERVER_TROUBLE));
    }

    /** The parser's message quotes what it read, which may be somebody's own words: it is not kept. */
    static Exception withoutText(JacksonException e) {
        return new IOException("Not the JSON that was expected: " + e.getClass().getSimpleName());
    }
}
