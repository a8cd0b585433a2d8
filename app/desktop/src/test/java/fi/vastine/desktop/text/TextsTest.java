package fi.vastine.desktop.text;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.contract.cases.CaseStatus;
import fi.vastine.contract.cases.Channel;
import fi.vastine.contract.cases.DeliveryState;
import fi.vastine.contract.cases.FeedbackKind;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.cases.Support;
import fi.vastine.contract.cases.Way;
import fi.vastine.contract.command.WithdrawalReason;
import fi.vastine.contract.wire.Reads;
import fi.vastine.core.session.Reminder;
import fi.vastine.desktop.inbox.DueGroup;
import fi.vastine.desktop.inbox.InboxTab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.value.ObservableValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextsTest {

    /** Closed sets whose every value has a word, looked up by {@link Texts#word}. */
    private static final List<Class<? extends Enum<?>>> WORDED = List.of(
            Channel.class,
            FeedbackKind.class,
            CaseStatus.class,
            InboxTab.class,
            DueGroup.class,
            Way.class,
            WithdrawalReason.class,
            DeliveryState.class,
            Reminder.class,
            Reads.Why.class,
            fi.vastine.core.policy.Key.class,
            Support.AnsweredBy.class,
            Support.HelperRole.class);

    private static final Pattern LITERAL = Pattern.compile("\"([a-z]+(?:-[a-z]+)*(?:\\.[a-z0-9-]+)+)\"");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyLanguageSaysTheSameThings(Language language) {
        assertThat(keys(language)).isEqualTo(keys(Language.FI));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void noTextIsEmptyAndEachTakesTheSameArguments(Language language) {
        for (String key : keys(Language.FI)) {
            String text = Texts.read(language).getProperty(key, "");
            assertThat(text).as(key + " in " + language).isNotBlank();
            assertThat(arguments(text))
                    .as("arguments of " + key + " in " + language)
                    .isEqualTo(arguments(Texts.read(Language.FI).getProperty(key)));
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyTextCanBeFormattedAndNoApostropheSwallowsAnArgument(Language language) {
        Texts texts = new Texts(language);
        for (String key : keys(language)) {
            String pattern = Texts.read(language).getProperty(key);
            assertThat(new MessageFormat(pattern).toPattern()).as(key).isNotBlank();
            assertThat(pattern.replace("''", ""))
                    .as("a single quote in %s of %s: write ’ instead", key, language)
                    .doesNotContain("'");
            assertThat(texts.text(key, 1, 1, 1, 1, 1))
                    .as(key + " in " + language)
                    .doesNotContain("{");
        }
    }

    @Test
    void everyTextAskedForExistsAndEveryTextThatExistsIsAskedFor() throws IOException {
        Set<String> prefixes = keys(Language.FI).stream()
                .map(key -> key.substring(0, key.indexOf('.')))
                .collect(Collectors.toSet());
        Set<String> asked = new TreeSet<>();
        for (String source : sources()) {
            Matcher literal = LITERAL.matcher(source);
            while (literal.find()) {
                String key = literal.group(1);
                if (prefixes.contains(key.substring(0, key.indexOf('.')))) {
                    asked.add(key);
                }
            }
        }
        WORDED.forEach(
                values -> Stream.of(values.getEnumConstants()).map(Texts::key).forEach(asked::add));

        assertThat(asked).isEqualTo(keys(Language.FI));
    }

    @Test
    void textOnTheScreenFollowsTheLanguageAndWhatItCounts() {
        Texts texts = new Texts(Language.FI);
        SimpleIntegerProperty minutes = new SimpleIntegerProperty(1);
        ObservableValue<String> live = texts.live("time.minutes-ago", minutes);
        List<String> seen = new ArrayList<>();
        live.subscribe(said -> seen.add(said));

        minutes.set(5);
        texts.language().set(Language.SV);
        texts.language().set(Language.EN);

        assertThat(seen)
                .containsExactly("1 minuutti sitten", "5 minuuttia sitten", "för 5 minuter sedan", "5 minutes ago");
    }

    private static Set<String> keys(Language language) {
        return new TreeSet<>(Texts.read(language).stringPropertyNames());
    }

    private static Set<String> arguments(String text) {
        Set<String> found = new TreeSet<>();
        Matcher argument = ARGUMENT.matcher(text);
        while (argument.find()) {
            found.add(argument.group(1));
        }
        return found;
    }

    private static List<String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            List<String> sources = new ArrayList<>();
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".java")).toList()) {
                sources.add(Files.readString(file));
            }
            return sources;
        }
    }
}
