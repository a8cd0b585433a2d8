package fi.vastine.simulation.office;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** Reads mails as a customer's mail program would. */
final class Letters {
    private Letters() {}

    static String text(Path eml) {
        try (InputStream in = Files.newInputStream(eml)) {
            var message = new MimeMessage(Session.getInstance(new Properties()), in);
            return message.getContent().toString().strip();
        } catch (IOException | MessagingException e) {
            throw new AssertionError(e);
        }
    }
}
