package fi.vastine.backend.delivery;

import fi.vastine.contract.cases.Language;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * What every reply looks like as a mail: from whom, with which subject; plain text.
 *
 * @param from the sender's address
 * @param fromName the sender's name
 * @param subjects by language; a language without one has the program's own
 */
public record MailStyle(String from, String fromName, Map<Language, String> subjects) {
    public MailStyle {
        Map<Language, String> all = ownSubjects();
        all.putAll(subjects);
        subjects = Map.copyOf(all);
        if (!isAddress(from)) {
            throw new IllegalArgumentException("not a mail address: " + from);
        }
    }

    /**
     * The mail of a reply; the same reply makes the same mail, with the same {@code Message-ID}.
     *
     * @throws AddressException when the customer's address is none: no line of it ever gets into a header as it is
     */
    MimeMessage mail(Session session, Letter letter) throws MessagingException {
        String id = "<" + letter.reply() + from.substring(from.lastIndexOf('@')) + ">";
        MimeMessage mail = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", id);
            }
        };
        mail.setFrom(sender());
        mail.setRecipient(Message.RecipientType.TO, address(letter.to()));
        mail.setSubject(oneLine(subject(letter.language())), "UTF-8");
        mail.setSentDate(Date.from(letter.answeredAt()));
        mail.setText(letter.text(), "UTF-8");
        mail.setHeader("Content-Language", letter.language().name().toLowerCase(Locale.ROOT));
        mail.saveChanges();
        return mail;
    }

    private String subject(Language language) {
        return subjects.getOrDefault(language, "");
    }

    private InternetAddress sender() {
        try {
            return new InternetAddress(from, oneLine(fromName), "UTF-8");
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("Every Java has UTF-8.", e);
        }
    }

    private static boolean isAddress(String text) {
        try {
            address(text);
            return true;
        } catch (AddressException e) {
            return false;
        }
    }

    private static InternetAddress address(String text) throws AddressException {
        int at = text.lastIndexOf('@');
        if (at < 1 || !text.chars().allMatch(c -> c > ' ' && c != 0x7f && c != ',' && c != ';')) {
            throw new AddressException("not one address");
        }
        try {
            InternetAddress address =
                    new InternetAddress(text.substring(0, at + 1) + IDN.toASCII(text.substring(at + 1)), true);
            if (address.isGroup() || address.getPersonal() != null) {
                throw new AddressException("not one address");
            }
            return address;
        } catch (IllegalArgumentException e) {
            throw new AddressException("not a domain");
        }
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }

    private static Map<Language, String> ownSubjects() {
        Properties words = new Properties();
        try (InputStream in = MailStyle.class.getResourceAsStream("subjects.properties")) {
            if (in == null) {
                throw new IllegalStateException("subjects.properties is missing from the program");
            }
            Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<Language, String> subjects = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            subjects.put(language, words.getProperty(language.name().toLowerCase(Locale.ROOT)));
        }
        return subjects;
    }
}
