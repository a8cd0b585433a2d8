package fi.vastine.desktop.inbox;

import fi.vastine.contract.cases.FeedbackKind;
import fi.vastine.contract.cases.Language;
import fi.vastine.desktop.text.Texts;
import java.util.EnumMap;
import java.util.Map;

/** The words of one language that a filter looks in, taken on the screen's thread and used off it. */
record Words(Language language, Map<FeedbackKind, String> kinds) {
    static Words of(Texts texts) {
        Map<FeedbackKind, String> kinds = new EnumMap<>(FeedbackKind.class);
        for (FeedbackKind kind : FeedbackKind.values()) {
            kinds.put(kind, texts.word(kind));
        }
        return new Words(texts.language().get(), kinds);
    }

    String of(FeedbackKind kind) {
        return kinds.getOrDefault(kind, "");
    }
}
