package fi.vastine.backend.admin;

import fi.vastine.backend.BackendSettings;
import fi.vastine.backend.delivery.EmlFolder;
import fi.vastine.backend.delivery.MailOut;
import fi.vastine.backend.delivery.MailStyle;
import fi.vastine.backend.delivery.SmtpOut;
import fi.vastine.backend.delivery.SmtpOut.Security;
import fi.vastine.backend.erasing.Retention;
import fi.vastine.backend.http.HttpSettings;
import fi.vastine.backend.store.DatabaseServer;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.recovery.RecoveryKey;
import java.io.IOException;
import java.io.Reader;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The backend's settings: from a properties file, and from the environment, which wins.
 *
 * <p>A setting {@code mail.from-name} is {@code VASTINE_MAIL_FROM_NAME} in the environment. The README of this module tells each.
 */
final class BackendConfig {
    private static final Map<String, String> DEFAULTS = defaults();

    private final Map<String, String> values;

    private BackendConfig(Map<String, String> values) {
        this.values = values;
    }

    /** A setting that is not known or cannot be what it is; says so in a sentence. */
    static final class BadSetting extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BadSetting(String sentence) {
            super(sentence);
        }
    }

    /**
     * Reads the settings.
     *
     * @param file absent where there is none
     * @throws BadSetting when the file cannot be read, or holds what is not known
     */
    static BackendConfig read(@Nullable Path file, Map<String, String> environment) {
        Map<String, String> values = new HashMap<>(DEFAULTS);
        if (file != null) {
            values.putAll(fromFile(file));
        }
        DEFAULTS.keySet().forEach(name -> {
            String given = environment.get(
                    "VASTINE_" + name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_'));
            if (given != null) {
                values.put(name, given);
            }
        });
        return new BackendConfig(values);
    }

    /** The setting's text; empty if it is not set. */
    String text(String name) {
        return values.getOrDefault(name, "").strip();
    }

    Path folder() {
        return Path.of(text("folder"));
    }

    BackendSettings settings() {
        BackendSettings settings = BackendSettings.loopback(folder())
                .withHttp(new HttpSettings(
                        text("host"),
                        number("port", 0, 65_535),
                        list("origins"),
                        list("proxies").stream().map(BackendConfig::address).collect(Collectors.toSet()),
                        Duration.ofSeconds(20)))
                .withLedger(ledger())
                .withMail(mail())
                .withFeedbackLimits(
                        number("feedback.per-sender", 1, 1_000_000), number("feedback.in-all", 1, 100_000_000))
                .withKeeping(
                        new Retention(number("keep.contact-months", 0, 1200), number("keep.text-months", 0, 1200)),
                        number("lease.days", 1, 365));
        if (!text("database.url").isEmpty()) {
            settings = settings.withDatabase(databaseServer());
        }
        return text("recovery.key").isEmpty() ? settings : settings.withRecoveryKey(recoveryKey());
    }

    private DatabaseServer databaseServer() {
        String url = text("database.url");
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new BadSetting("database.url is such as jdbc:postgresql://db.example.fi/vastine.");
        }
        String file = text("database.password-file");
        return new DatabaseServer(
                url, text("database.user"), file.isEmpty() ? text("database.password") : firstLine(file));
    }

    private static String firstLine(String file) {
        try {
            return Files.readString(Path.of(file))
                    .lines()
                    .findFirst()
                    .orElse("")
                    .strip();
        } catch (IOException | InvalidPathException e) {
            throw new BadSetting("database.password-file cannot be read: " + file);
        }
    }

    private RecoveryKey recoveryKey() {
        try {
            return new RecoveryKey(text("recovery.key"));
        } catch (IllegalArgumentException e) {
            throw new BadSetting("recovery.key is not what the command recovery-key told.");
        }
    }

    /** Beside the database's folder, as it must not come back with it from a backup. */
    private Path ledger() {
        return text("ledger").isEmpty()
                ? folder().resolveSibling(folder().getFileName() + "-ledger")
                : Path.of(text("ledger"));
    }

    private MailOut mail() {
        Map<Language, String> subjects = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            String subject = text("mail.subject." + language.name().toLowerCase(Locale.ROOT));
            if (!subject.isEmpty()) {
                subjects.put(language, subject);
            }
        }
        MailStyle style = style(subjects);
        if (text("smtp.host").isEmpty()) {
            return new EmlFolder(folder().resolve("mails"), style);
        }
        String user = text("smtp.user");
        return new SmtpOut(
                new SmtpOut.SmtpSettings(
                        text("smtp.host"),
                        number("smtp.port", 1, 65_535),
                        security(),
                        user.isEmpty() ? null : user,
                        user.isEmpty() ? null : text("smtp.password"),
                        Duration.ofSeconds(60)),
                style);
    }

    private MailStyle style(Map<Language, String> subjects) {
        try {
            return new MailStyle(text("mail.from"), text("mail.from-name"), subjects);
        } catch (IllegalArgumentException e) {
            throw new BadSetting("mail.from is not a mail address.");
        }
    }

    private Security security() {
        try {
            return Security.valueOf(text("smtp.security").toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new BadSetting("smtp.security is none, starttls or tls.");
        }
    }

    private int number(String name, int least, int most) {
        try {
            int number = Integer.parseInt(text(name));
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new BadSetting(name + " is a number from " + least + " to " + most + ".");
    }

    private Set<String> list(String name) {
        return Arrays.stream(text(name).split(",", -1))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .collect(Collectors.toSet());
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException e) {
            throw new BadSetting("proxies holds what is not an address: " + text);
        }
    }

    private static Map<String, String> fromFile(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new BadSetting("The settings in " + file + " cannot be read.");
        }
        Set<String> unknown = new TreeSet<>(properties.stringPropertyNames());
        unknown.removeAll(DEFAULTS.keySet());
        if (!unknown.isEmpty()) {
            throw new BadSetting("No such settings: " + String.join(", ", unknown));
        }
        Map<String, String> values = new HashMap<>();
        properties.stringPropertyNames().forEach(name -> values.put(name, properties.getProperty(name)));
        return values;
    }

    private static Map<String, String> defaults() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("folder", "vastine-backend");
        all.put("database.url", "");
        all.put("database.user", "vastine");
        all.put("database.password", "");
        all.put("database.password-file", "");
        all.put("ledger", "");
        all.put("host", "127.0.0.1");
        all.put("port", "8480");
        all.put("origins", "");
        all.put("proxies", "");
        all.put("feedback.per-sender", "30");
        all.put("feedback.in-all", "3000");
        all.put("keep.contact-months", "0");
        all.put("keep.text-months", "0");
        all.put("lease.days", "14");
        all.put("smtp.host", "");
        all.put("smtp.port", "587");
        all.put("smtp.security", "starttls");
        all.put("smtp.user", "");
        all.put("smtp.password", "");
        all.put("mail.from", "palaute@vastine.invalid");
        all.put("mail.from-name", "Vastine");
        all.put("mail.subject.fi", "");
        all.put("mail.subject.sv", "");
        all.put("mail.subject.en", "");
        all.put("organisation.name", "Hyvinvointialue");
        all.put("recovery.key", "");
        all.put("admin.user", "");
        all.put("admin.name", "");
        all.put("admin.password", "");
        return Map.copyOf(all);
    }
}
