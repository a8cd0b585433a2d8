package fi.vastine.desktop.settings;

import fi.vastine.contract.cases.Language;
import fi.vastine.desktop.shell.SingleLetters;
import fi.vastine.desktop.theme.Look;
import fi.vastine.desktop.theme.TextSize;

/** What a person has chosen. */
public record Settings(
        Language language, Look look, TextSize textSize, SingleLetters singleLetters, LockAfter lockAfter) {

    /** What holds before anything is chosen. */
    public static final Settings FIRST =
            new Settings(Language.FI, Look.SYSTEM, TextSize.BASE, SingleLetters.ON, LockAfter.FIRST);

    Settings with(Language chosen) {
        return new Settings(chosen, look, textSize, singleLetters, lockAfter);
    }

    Settings with(Look chosen) {
        return new Settings(language, chosen, textSize, singleLetters, lockAfter);
    }

    Settings with(TextSize chosen) {
        return new Settings(language, look, chosen, singleLetters, lockAfter);
    }

    Settings with(SingleLetters chosen) {
        return new Settings(language, look, textSize, chosen, lockAfter);
    }

    Settings with(LockAfter chosen) {
        return new Settings(language, look, textSize, singleLetters, chosen);
    }
}
