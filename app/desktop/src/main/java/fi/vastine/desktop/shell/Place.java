package fi.vastine.desktop.shell;

import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableIntegerValue;
import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;

/**
 * One thing the rail leads to.
 *
 * @param id short and lower case, such as {@code inbox}; the rail's button is {@code rail-inbox}
 * @param nameKey the key of its name in the bundles
 * @param icon what stands beside the name
 * @param count what waits there; 0 shows nothing
 * @param tone how the count is to be seen
 * @param panes makes what it shows, once, when it is first opened
 * @param shortcuts the keys that act while it is shown; asked for only then
 */
public record Place(
        String id,
        String nameKey,
        Ikon icon,
        ObservableIntegerValue count,
        Tone tone,
        Supplier<Panes> panes,
        Supplier<List<Shortcut>> shortcuts) {

    /** How a count is to be seen. */
    public enum Tone {
        /** Work that waits. */
        WORK,
        /** Something went wrong and a person has to look. */
        ALARM
    }

    /** What a place shows. */
    public sealed interface Panes {

        /**
         * A list with what is chosen from it beside it.
         *
         * @param front which of them is seen where there is room for one only; to be set by whoever opens or leaves the detail
         */
        record ListAndDetail(Side list, Side detail, ObjectProperty<Front> front) implements Panes {}

        /** One pane over the whole area. */
        record Whole(Node pane) implements Panes {}
    }

    /**
     * One of two panes side by side.
     *
     * @param focus puts the focus where one goes on in it
     */
    public record Side(Node node, Runnable focus) {}
}
