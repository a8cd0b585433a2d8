package fi.vastine.contract.form;

import fi.vastine.contract.cases.Given;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.form.Condition.Test;
import fi.vastine.contract.form.FormItem.Join;
import fi.vastine.contract.reference.Names;
import java.time.LocalDate;
import java.util.List;

/** Small forms, made of one line an item. */
final class FormsToTry {
    private FormsToTry() {}

    static Form form(FormItem... items) {
        return new Form(
                "koe",
                "1",
                "https://vastine.example/koe",
                LocalDate.of(2026, 1, 1),
                null,
                Audience.ADULT,
                named("Koe"),
                List.of(Language.FI),
                List.of(items),
                List.of());
    }

    static FormItem item(String linkId, ItemKind kind, Condition... when) {
        return new FormItem(linkId, null, named(linkId), null, null, List.of(when), Join.ALL, kind);
    }

    static FormItem group(String linkId, List<FormItem> items, Condition... when) {
        return item(linkId, new ItemKind.Group(items), when);
    }

    static FormItem yesNo(String linkId, Condition... when) {
        return item(linkId, new ItemKind.YesNo(), when);
    }

    static Condition yes(String question) {
        return new Condition(question, Test.EQUAL, new Given.YesNo(true));
    }

    static Names named(String fi) {
        return new Names(fi, fi + " sv", fi + " en");
    }
}
