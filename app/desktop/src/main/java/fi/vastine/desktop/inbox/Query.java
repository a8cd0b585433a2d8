package fi.vastine.desktop.inbox;

import fi.vastine.contract.cases.Language;
import fi.vastine.contract.id.UnitId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a person wants to see of a tab.
 *
 * @param words in small letters; a case is shown if each is found in it
 * @param unit the only unit wanted; absent for all
 * @param language the language whose names of kinds, themes and units are looked in
 */
record Query(InboxTab tab, List<String> words, @Nullable UnitId unit, Language language) {

    static Query of(InboxTab tab, String typed, @Nullable UnitId unit, Language language) {
        String small = typed.strip().toLowerCase(Locale.ROOT);
        return new Query(tab, small.isEmpty() ? List.of() : List.of(small.split("\\s+")), unit, language);
    }
}
