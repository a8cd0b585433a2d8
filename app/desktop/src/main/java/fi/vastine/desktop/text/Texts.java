package fi.vastine.desktop.text;

import fi.vastine.contract.cases.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Properties;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/**
 * The words of the chosen language, by key.
 *
 * <p>A text is a {@link MessageFormat}. {@link #text} gives it as it is now; {@link #live} gives one that changes with the
 * language. To be used on the screen's thread.
 */
public final class Texts {

    private final Map<Language, Properties> bundles;
    private final ObjectProperty<Language> language;

    /** Reads the bundles and speaks the given language. */
    public Texts(Language first) {
        bundles = new EnumMap<>(Language.class);
        for (Language one : Language.values()) {
            bundles.put(one, read(one));
        }
        language = new SimpleObjectProperty<>(first);
    }

    private Texts(Texts followed) {
        bundles = followed.bundles;
        language = new SimpleObjectProperty<>(followed.language.get());
        language.bind(followed.language);
    }

    /**
     * The same words, which go on in the same language.
     *
     * <p>Whatever follows the language of these is forgotten together with them: what one person had on the screen does not stay
     * in memory because somebody else may change the language later.
     */
    public Texts forAWhile() {
        return new Texts(this);
    }

    /** The language spoken now; setting it changes every live text. */
    public ObjectProperty<Language> language() {
        return language;
    }

    /** How the language spoken now writes numbers and dates. */
    public Locale locale() {
        return switch (language.get()) {
            case FI -> Locale.of("fi", "FI");
            case SV -> Locale.of("sv", "FI");
            case EN -> Locale.of("en", "GB");
        };
    }

    /** The text of the key with its arguments filled in. */
    public String text(String key, Object... arguments) {
        return new MessageFormat(pattern(key), locale())
                .format(Arrays.stream(arguments)
                        .map(argument -> argument instanceof ObservableValue<?> live ? live.getValue() : argument)
                        .toArray());
    }

    /** The text of the key in a language that need not be the one spoken, such as a customer's. */
    public String textIn(Language other, String key, Object... arguments) {
        return new MessageFormat(pattern(bundle(other), key), locale()).format(arguments);
    }

    /** The text of the key, following the language and every argument that is observable itself. */
    public ObservableValue<String> live(String key, Object... arguments) {
        Observable[] followed = Stream.concat(
                        Stream.of(language),
                        Arrays.stream(arguments)
                                .filter(Observable.class::isInstance)
                                .map(Observable.class::cast))
                .toArray(Observable[]::new);
        return Bindings.createStringBinding(() -> text(key, arguments), followed);
    }

    /** The word for a value of a closed set: {@code Channel.WEB} is looked up as {@code channel.web}. */
    public String word(Enum<?> value) {
        return text(key(value));
    }

    /** The word for a value of a closed set, following the language. */
    public ObservableValue<String> liveWord(Enum<?> value) {
        return live(key(value));
    }

    /** Whether there is a text of this key. */
    public boolean has(String key) {
        return bundle(language.get()).containsKey(key);
    }

    /** The key of the word for a value of a closed set. */
    public static String key(Enum<?> value) {
        String group = value.getDeclaringClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-");
        return (group + "." + value.name().replace('_', '-')).toLowerCase(Locale.ROOT);
    }

    private String pattern(String key) {
        return pattern(bundle(language.get()), key);
    }

    private static String pattern(Properties bundle, String key) {
        String pattern = bundle.getProperty(key);
        if (pattern == null) {
            throw new MissingResourceException("No text for " + key, Texts.class.getName(), key);
        }
        return pattern;
    }

    private Properties bundle(Language one) {
        Properties bundle = bundles.get(one);
        if (bundle == null) {
            throw new IllegalStateException("No bundle for " + one);
        }
        return bundle;
    }

    static Properties read(Language language) {
        String name = language.name().toLowerCase(Locale.ROOT) + ".properties";
        try (InputStream stream = Texts.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("The bundle " + name + " is missing");
            }
            Properties bundle = new Properties();
            bundle.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return bundle;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
