package fi.vastine.desktop.campaign;

import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.reference.Unit;
import fi.vastine.core.cases.Reference;
import fi.vastine.desktop.text.Texts;
import java.text.Collator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where can be asked: each unit that feedback is entered for, and each branch with several of them, as one choice. */
final class Places {
    private final Texts texts;
    private final Reference reference;
    private final Map<UnitId, List<UnitId>> within = new HashMap<>();

    Places(Reference reference, LocalDate today, Texts texts) {
        this.reference = reference;
        this.texts = texts;
        for (Unit unit : reference.toEnter(List.copyOf(reference.units().keySet()), today)) {
            Unit above = unit;
            while (above != null) {
                within.computeIfAbsent(above.id(), fresh -> new ArrayList<>()).add(unit.id());
                UnitId parent = above.parent();
                above = parent == null ? null : reference.units().get(parent);
            }
        }
    }

    /** All of them, by their names. */
    List<UnitId> all() {
        Collator alphabet = Collator.getInstance(texts.locale());
        return within.entrySet().stream()
                .filter(each ->
                        each.getValue().size() > 1 || each.getValue().getFirst().equals(each.getKey()))
                .map(Map.Entry::getKey)
                .sorted((one, other) -> alphabet.compare(unitName(one), unitName(other)))
                .toList();
    }

    /** The units of a place, itself among them. */
    List<UnitId> within(UnitId place) {
        return within.getOrDefault(place, List.of());
    }

    String name(UnitId place) {
        int size = within(place).size();
        return size == 1 ? unitName(place) : texts.text("campaign.branch", unitName(place), size);
    }

    private String unitName(UnitId id) {
        return reference.unitName(id, texts.language().get());
    }
}
