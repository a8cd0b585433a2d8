package fi.vastine.desktop.ui;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What JavaFX says about styles while it is open, such as that a colour is not known. */
public final class StyleLog extends Handler {
    private final Logger styles = Logger.getLogger("javafx.css");
    private final List<String> said = new CopyOnWriteArrayList<>();

    public StyleLog() {
        styles.addHandler(this);
    }

    public List<String> said() {
        return said;
    }

    @Override
    public void publish(LogRecord each) {
        said.add(each.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        styles.removeHandler(this);
    }
}
