package fi.vastine.desktop.demo;

import fi.vastine.desktop.text.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;

/** The few words of the demo's own bar, in the language of the program. */
final class DemoWords {

    private final Texts texts;

    DemoWords(Texts texts) {
        this.texts = texts;
    }

    ObservableValue<String> live(String key) {
        return Bindings.createStringBinding(() -> text(key), texts.language());
    }

    private String text(String key) {
        String file = texts.language().get().name().toLowerCase(Locale.ROOT) + ".properties";
        try (InputStream stream = DemoWords.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("The bundle " + file + " is missing");
            }
            Properties bundle = new Properties();
            bundle.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return bundle.getProperty(key, key);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
