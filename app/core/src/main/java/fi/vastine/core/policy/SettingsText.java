package fi.vastine.core.policy;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a file of settings says: one flat JSON object, in which comments may stand.
 *
 * @param settings what means something, as it stands in the file
 * @param faults what does not
 */
public record SettingsText(List<Setting> settings, List<Fault> faults) {
    /** In bytes; a file of settings is a few lines and perhaps some certificates. */
    public static final int LONGEST = 256 << 10;

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    public SettingsText {
        settings = List.copyOf(settings);
        faults = List.copyOf(faults);
    }

    /** Reads a file; one that is not there says nothing. */
    static SettingsText in(Path file, Origin.Kind kind) {
        var origin = new Origin(kind, file.toString());
        try {
            if (!Files.exists(file)) {
                return new SettingsText(List.of(), List.of());
            }
            return Files.size(file) > LONGEST
                    ? broken(origin, Fault.Why.UNREADABLE)
                    : of(
                            Files.readAllBytes(file),
                            origin,
                            Optional.ofNullable(file.toAbsolutePath().getParent()));
        } catch (IOException unreadable) {
            return broken(origin, Fault.Why.UNREADABLE);
        }
    }

    private static SettingsText broken(Origin origin, Fault.Why why) {
        return new SettingsText(List.of(), List.of(new Fault(origin, 0, "", why)));
    }

    /**
     * Reads what a file holds.
     *
     * @param beside the folder in which files that it names are looked for
     */
    public static SettingsText of(byte[] text, Origin origin, Optional<Path> beside) {
        var settings = new ArrayList<Setting>();
        var faults = new ArrayList<Fault>();
        try (JsonParser parser = JSON.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                faults.add(new Fault(origin, 1, "", Fault.Why.NOT_JSON));
                return new SettingsText(settings, faults);
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                int line = parser.currentTokenLocation().getLineNr();
                String name = parser.currentName();
                boolean plain = parser.nextToken().isScalarValue();
                String value = plain ? parser.getText().strip() : "";
                parser.skipChildren();
                Key.called(name)
                        .ifPresentOrElse(
                                key -> take(key, resolved(key, asWord(key, value), beside), origin)
                                        .ifPresentOrElse(
                                                settings::add,
                                                () -> faults.add(new Fault(origin, line, name, Fault.Why.BAD_VALUE))),
                                () -> faults.add(new Fault(origin, line, name, Fault.Why.UNKNOWN_KEY)));
            }
        } catch (JacksonException notJson) {
            JsonLocation at = notJson.getLocation();
            faults.add(new Fault(origin, at == null ? 0 : Math.max(0, at.getLineNr()), "", Fault.Why.NOT_JSON));
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return new SettingsText(settings, faults);
    }

    static Optional<Setting> take(Key key, String value, Origin origin) {
        return key.accepts(value) ? Optional.of(new Setting(key, value, origin)) : Optional.empty();
    }

    /** Some write a switch as {@code true}. */
    static String asWord(Key key, String value) {
        if (key != Key.PIN) {
            return value;
        }
        return switch (value) {
            case "true" -> "on";
            case "false" -> "off";
            default -> value;
        };
    }

    private static String resolved(Key key, String value, Optional<Path> beside) {
        boolean names = key.isPath() && !value.isBlank() && !value.contains("\n");
        return names && beside.isPresent()
                ? beside.get().resolve(value).normalize().toString()
                : value;
    }
}
