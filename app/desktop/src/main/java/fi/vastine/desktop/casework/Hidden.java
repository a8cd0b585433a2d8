package fi.vastine.desktop.casework;

import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.wire.Reads;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * What of a case is hidden until somebody asks for it: identity codes in its text, and the customer's contact.
 *
 * <p>Whatever is shown is logged, and hidden again when another case is opened. To be used on the screen's thread.
 */
public final class Hidden {
    private final Casework casework;
    private final ReadOnlyObjectWrapper<Codes> codes = new ReadOnlyObjectWrapper<>(Codes.MASKED);
    private final ReadOnlyBooleanWrapper contactShown = new ReadOnlyBooleanWrapper();
    private @Nullable CaseId open;

    public Hidden(Casework casework) {
        this.casework = casework;
    }

    /** Whether identity codes in the customer's text can be read. */
    public enum Codes {
        MASKED,
        /** It is being asked why they are to be shown. */
        ASKED,
        SHOWN
    }

    /** Another case is open now, or none, and all of it is hidden. */
    public void hide(@Nullable CaseId next) {
        open = next;
        codes.set(Codes.MASKED);
        contactShown.set(false);
    }

    /** Asks why the identity codes in the customer's text are to be shown; asked or shown already, masks them again. */
    public void askForCodes() {
        codes.set(codes.get() == Codes.MASKED ? Codes.ASKED : Codes.MASKED);
    }

    /** Shows the identity codes, and has it logged with the reason. */
    public void showCodes(Reads.Why reason) {
        if (open != null) {
            casework.noteCodesShown(open, reason);
            codes.set(Codes.SHOWN);
        }
    }

    /** Shows the customer's contact, and has it logged; or hides it again. */
    public void showContact() {
        if (open == null) {
            return;
        }
        if (!contactShown.get()) {
            casework.noteContactShown(open);
        }
        contactShown.set(!contactShown.get());
    }

    public ReadOnlyObjectProperty<Codes> codes() {
        return codes.getReadOnlyProperty();
    }

    /** Whether the customer's contact may be read now; showing it was logged. */
    public ReadOnlyBooleanProperty contactShown() {
        return contactShown.getReadOnlyProperty();
    }
}
