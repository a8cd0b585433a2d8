package fi.vastine.backend.delivery;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Properties;

/** Puts each mail into a folder as a file that mail programs open, where nothing is to leave the machine. */
public final class EmlFolder implements MailOut {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final Path folder;
    private final MailStyle style;
    private final Session session = Session.getInstance(new Properties());

    public EmlFolder(Path folder, MailStyle style) {
        this.folder = folder;
        this.style = style;
    }

    /** Whole or not at all: another program never sees half a mail. */
    @Override
    public Handed hand(Letter letter) {
        try {
            Files.createDirectories(folder);
            Path written = Files.createTempFile(folder, "mail", ".part");
            try (OutputStream out = Files.newOutputStream(written)) {
                style.mail(session, letter).writeTo(out);
            }
            Files.move(written, folder.resolve(name(letter)), StandardCopyOption.ATOMIC_MOVE);
            return new Handed.Sent();
        } catch (AddressException e) {
            return new Handed.Refused("ADDRESS");
        } catch (MessagingException | IOException e) {
            return new Handed.Later("FOLDER");
        }
    }

    private static String name(Letter letter) {
        return DATE.format(letter.answeredAt()) + "-" + letter.reply() + ".eml";
    }
}
