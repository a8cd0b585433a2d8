package fi.vastine.desktop.inbox;

import fi.vastine.contract.cases.FeedbackKind;
import fi.vastine.contract.id.ThemeId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.core.cases.CaseRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers for what cases are filed under, so that names are compared once a label and not once a case.
 *
 * <p>Only grows, and a number once given stays. Belongs to one thread.
 */
final class Labels {
    private final Map<Label, Integer> numbers = new HashMap<>();
    private final List<Label> labels = new ArrayList<>();

    record Label(UnitId unit, FeedbackKind kind, List<ThemeId> themes) {}

    int of(CaseRow row) {
        return numbers.computeIfAbsent(new Label(row.unit(), row.kind(), row.themes()), label -> {
            labels.add(label);
            return labels.size() - 1;
        });
    }

    Label get(int number) {
        return labels.get(number);
    }

    int size() {
        return labels.size();
    }
}
