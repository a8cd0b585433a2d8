package fi.vastine.desktop.paper;

import fi.vastine.contract.cases.Language;
import fi.vastine.contract.form.Form;
import fi.vastine.contract.id.UnitId;
import fi.vastine.core.session.Interview;
import fi.vastine.desktop.fx.Background;
import fi.vastine.desktop.fx.Lane;
import fi.vastine.desktop.paper.print.Print;
import fi.vastine.desktop.paper.print.Sheet;
import fi.vastine.desktop.shell.Notices;
import fi.vastine.desktop.text.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** The empty form, put as a PDF where the person says. To be used on the screen's thread. */
final class Printing {
    private final Batch batch;
    private final ObservableValue<@Nullable Interview> paper;
    private final Background background;
    private final Notices notices;
    private final Texts texts;
    private final ReadOnlyObjectWrapper<@Nullable Path> printed = new ReadOnlyObjectWrapper<>();

    /**
     * Makes ready to print.
     *
     * @param paper the paper under way, if there is one
     */
    Printing(
            Batch batch,
            ObservableValue<@Nullable Interview> paper,
            Background background,
            Notices notices,
            Texts texts) {
        this.batch = batch;
        this.paper = paper;
        this.background = background;
        this.notices = notices;
        this.texts = texts;
    }

    /** What stands on the paper of the form that is chosen, or that is typed now; empty until unit and form are chosen. */
    Optional<Sheet> sheet() {
        Interview now = paper.getValue();
        UnitId unit = now == null ? batch.unit().get() : now.start().unit();
        Form form = now == null ? batch.form().get() : now.filled().form();
        Language language = now == null ? batch.language().get() : now.language();
        return unit == null || form == null
                ? Optional.empty()
                : Optional.of(Sheet.of(form, unit, batch.unitName(unit, language), language, texts));
    }

    /** Makes the file; where that cannot be, says so. */
    void print(Sheet sheet, Path file) {
        background.run(
                Lane.READ,
                () -> {
                    try {
                        Files.write(file, Print.pdf(sheet));
                    } catch (IOException unwritable) {
                        throw new UncheckedIOException(unwritable);
                    }
                    return file;
                },
                printed::set,
                failure -> {
                    if (!(failure instanceof UncheckedIOException)) {
                        throw failure;
                    }
                    notices.say("paper.not-printed", file.toString());
                });
    }

    /** Where the last form was put; absent before the first. */
    ReadOnlyObjectProperty<@Nullable Path> printed() {
        return printed.getReadOnlyProperty();
    }
}
