package fi.vastine.desktop.entered;

import fi.vastine.contract.id.UnitId;
import fi.vastine.core.session.Interviews;
import fi.vastine.desktop.fx.Background;
import fi.vastine.desktop.fx.Lane;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** How many were asked, or typed in, today; what was withdrawn is no longer among them. To be used on the screen's thread. */
public final class DayCount {
    private final Interviews interviews;
    private final Background background;
    private final ReadOnlyObjectWrapper<Map<UnitId, Integer>> byUnit = new ReadOnlyObjectWrapper<>(Map.of());

    public DayCount(Interviews interviews, Background background) {
        this.interviews = interviews;
        this.background = background;
    }

    /** Takes what is known; absent before anything is. */
    public void accept(Interviews.@Nullable State now) {
        byUnit.set(now == null ? Map.of() : now.today());
    }

    /** Counts anew, behind whatever goes to the disk now: an older count never takes a newer one's place. */
    public void recount() {
        background.run(Lane.WRITE, interviews::state, this::accept);
    }

    public ReadOnlyObjectProperty<Map<UnitId, Integer>> byUnit() {
        return byUnit.getReadOnlyProperty();
    }

    public int all() {
        return byUnit.get().values().stream().mapToInt(Integer::intValue).sum();
    }
}
