package fi.vastine.backend.form;

import fi.vastine.backend.form.QuestionnaireReader.Reading;
import fi.vastine.backend.store.ReferenceDocuments;
import fi.vastine.backend.store.Writer;
import fi.vastine.contract.form.Form;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The organisation's forms: added version by version, never changed. Thread safe. */
public final class Forms {
    private static final Logger log = LoggerFactory.getLogger(Forms.class);
    private static final List<String> SHIPPED =
            List.of("national", "national-service", "short", "plain", "child", "relative");

    private final ReferenceDocuments reference;
    private final Writer writer;

    public Forms(ReferenceDocuments reference, Writer writer) {
        this.reference = reference;
        this.writer = writer;
    }

    /** The forms that come with the program. */
    public static List<Form> shipped() {
        return SHIPPED.stream().map(Forms::shipped).toList();
    }

    /** Every version there is. */
    public List<Form> all() {
        return reference.forms();
    }

    /** Whether there is a form of this id and version, and what it asks is not what this one does. */
    public boolean isAnother(Form form) {
        return reference.form(form.key()).filter(known -> !known.equals(form)).isPresent();
    }

    /**
     * Adds a version; one that is there already stays as it is.
     *
     * @throws IllegalStateException if {@link #isAnother}
     */
    public void add(Form form) {
        reference.add(writer, form);
    }

    /** Adds of the program's own forms what is not there; a form that the organisation has given the same id and version stays. */
    public void addShipped() {
        for (Form form : shipped()) {
            if (isAnother(form)) {
                log.warn("The form {} is not the one that comes with the program", form.key());
            } else if (reference.form(form.key()).isEmpty()) {
                add(form);
            }
        }
    }

    /** The text of a form that comes with the program. */
    static byte[] file(String id) {
        try (InputStream in = Forms.class.getResourceAsStream(id + ".json")) {
            if (in == null) {
                throw new IllegalStateException(id + " is missing from the program");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Form shipped(String id) {
        Reading reading = QuestionnaireReader.read(file(id));
        if (reading.form() == null) {
            throw new IllegalStateException("The form " + id + " cannot be used: " + reading.bad());
        }
        return reading.form();
    }
}
