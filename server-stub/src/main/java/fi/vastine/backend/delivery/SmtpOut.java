package fi.vastine.backend.delivery;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands mail to a server by SMTP, a connection each.
 *
 * <p>A server takes a mail when it answers the dot at its end (RFC 5321, 4.2.5). Before the dot is written it has surely not
 * been taken, whatever breaks; after it, only the server's answer tells, and without one nobody knows.
 */
public final class SmtpOut implements MailOut {
    private static final Logger LOG = LoggerFactory.getLogger(SmtpOut.class);
    /** A reply code and, with it, an enhanced one; what follows may name the customer. */
    private static final Pattern CODES = Pattern.compile("^(\\d{3})[ -](?:(\\d\\.\\d{1,3}\\.\\d{1,3})\\b)?");

    private final SmtpSettings settings;
    private final MailStyle style;
    private final Session session;

    public SmtpOut(SmtpSettings settings, MailStyle style) {
        this.settings = settings;
        this.style = style;
        this.session = Session.getInstance(properties(settings));
    }

    /** How the connection is kept from listeners. */
    public enum Security {
        NONE,
        STARTTLS,
        TLS
    }

    /**
     * Where the mail server is.
     *
     * @param user absent where the server asks for none
     * @param timeout how long to wait for a connection and for each answer
     */
    public record SmtpSettings(
            String host,
            int port,
            Security security,
            @Nullable String user,
            @Nullable String password,
            Duration timeout) {}

    @Override
    public Handed hand(Letter letter) {
        DotWatch transport = new DotWatch(session);
        try {
            MimeMessage mail = style.mail(session, letter);
            transport.connect(settings.host(), settings.port(), settings.user(), settings.password());
            transport.sendMessage(mail, new Address[] {mail.getAllRecipients()[0]});
            return new Handed.Sent();
        } catch (AddressException e) {
            return new Handed.Refused("ADDRESS");
        } catch (MessagingException e) {
            return judge(transport, e);
        } finally {
            leave(transport);
        }
    }

    private static Handed judge(DotWatch transport, MessagingException failure) {
        Said said = Said.in(failure);
        LOG.atWarn().addKeyValue("reason", said.reason()).log("a mail was not taken");
        if (said.code() >= 500 && transport.isConnectedOnce()) {
            return new Handed.Refused(said.reason());
        }
        if (said.code() >= 400 || !transport.dotWritten()) {
            return new Handed.Later(said.reason());
        }
        return new Handed.InDoubt(said.reason());
    }

    /** What is said at the end changes nothing. */
    private static void leave(DotWatch transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            LOG.debug("The mail server did not say goodbye.");
        }
    }

    private static Properties properties(SmtpSettings settings) {
        String millis = Long.toString(settings.timeout().toMillis());
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.connectiontimeout", millis);
        properties.setProperty("mail.smtp.timeout", millis);
        properties.setProperty("mail.smtp.writetimeout", millis);
        properties.setProperty("mail.smtp.quitwait", "false");
        properties.setProperty("mail.smtp.auth", Boolean.toString(settings.user() != null));
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(settings.security() == Security.TLS));
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(settings.security() == Security.STARTTLS));
        properties.setProperty(
                "mail.smtp.starttls.required", Boolean.toString(settings.security() == Security.STARTTLS));
        return properties;
    }

    /** Knows how far the conversation came. */
    private static final class DotWatch extends SMTPTransport {
        private boolean connectedOnce;
        private boolean dotWritten;

        DotWatch(Session session) {
            super(session, null);
        }

        @Override
        protected void mailFrom() throws MessagingException {
            connectedOnce = true;
            super.mailFrom();
        }

        @Override
        protected void finishData() throws IOException, MessagingException {
            dotWritten = true;
            super.finishData();
        }

        /** Whether a refusal can be about this mail: greeting, sign-in and encryption are over. */
        boolean isConnectedOnce() {
            return connectedOnce;
        }

        boolean dotWritten() {
            return dotWritten;
        }
    }

    /** The answer of the server in what was thrown; code 0 if it gave none. */
    private record Said(int code, String reason) {
        static Said in(MessagingException failure) {
            Said said = new Said(0, "NO_ANSWER");
            for (Exception each = failure; each != null; each = next(each)) {
                int code = code(each);
                if (code >= 400) {
                    said = new Said(code, reason(code, each.getMessage()));
                }
            }
            return said;
        }

        private static @Nullable Exception next(Exception each) {
            return each instanceof MessagingException mail ? mail.getNextException() : null;
        }

        private static int code(Exception each) {
            return switch (each) {
                case SMTPAddressFailedException address -> address.getReturnCode();
                case SMTPSenderFailedException sender -> sender.getReturnCode();
                case SMTPSendFailedException send -> send.getReturnCode();
                default -> 0;
            };
        }

        private static String reason(int code, @Nullable String message) {
            Matcher codes = CODES.matcher(message == null ? "" : message);
            return codes.find() && codes.group(2) != null ? code + " " + codes.group(2) : Integer.toString(code);
        }
    }
}
