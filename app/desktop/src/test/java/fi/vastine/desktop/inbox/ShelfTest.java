package fi.vastine.desktop.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.contract.cases.CaseStatus;
import fi.vastine.contract.cases.Channel;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.cases.FeedbackKind;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.cases.ReplyWish;
import fi.vastine.contract.cases.Way;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.id.UnitId;
import fi.vastine.core.cases.CaseRow;
import fi.vastine.core.cases.Reference;
import fi.vastine.desktop.casework.Lehtola;
import fi.vastine.desktop.text.Texts;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** More cases than one folder takes, so that what is looked for lies in several. */
class ShelfTest {
    private static final int MANY = 2500;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final List<String> PIECES =
            List.of("jonotin", "Lääkäri", "ÄITI", "puhelin", "ruoka", "x–y", "kiitos 😊", "tyyny", "å", "Σας");

    private static final ReplyWish WISH = new ReplyWish(Way.PHONE, "040 555 0137", null);

    private final Lehtola lehtola = new Lehtola();
    private final Reference reference = Lehtola.reference();
    private final Words words = Words.of(new Texts(Language.FI));
    private final Random random = new Random(1);
    private final List<FeedbackCase> cases = new ArrayList<>();

    @BeforeEach
    void fill() {
        for (int i = 0; i < MANY; i++) {
            cases.add(put(made()));
        }
    }

    @Test
    void everyCaseWithAWordIsFoundOnceInTheOrderOfItsTab() {
        lehtola.casework.decide(Lehtola.AINO, lehtola.read.id(), new Command.AddTheme(Lehtola.QUEUE));
        Shelf shelf = shelf(null);

        for (InboxTab tab : InboxTab.values()) {
            for (String typed :
                    List.of("lääk", "äiti å", "😊", "σας", "x–y", "moite", "jonott", "lehtola tyyny", "n", "zz")) {
                assertThat(found(shelf, tab, typed)).as("%s in %s", typed, tab).isEqualTo(expected(shelf, tab, typed));
            }
        }
    }

    @Test
    void aShelfThatFollowedEveryChangeIsAsOneMadeAnew() {
        Shelf shelf = shelf(null);
        for (int round = 0; round < 5; round++) {
            for (int i = 0; i < 40; i++) {
                int at = random.nextInt(cases.size());
                FeedbackCase each = cases.get(at);
                cases.set(
                        at,
                        put(each.edit()
                                .status(oneOf(CaseStatus.values()))
                                .unit(random.nextBoolean() ? UnitId.TRIAGE : Lehtola.CLINIC)
                                .done()));
            }
            for (int i = 0; i < 20; i++) {
                lehtola.casework.remove(
                        cases.remove(random.nextInt(cases.size())).id());
            }
            for (int i = 0; i < 600; i++) {
                cases.add(put(made()));
            }

            shelf = shelf(shelf);

            Shelf anew = shelf(null);
            for (InboxTab tab : InboxTab.values()) {
                assertThat(found(shelf, tab, "")).as("%s", tab).isEqualTo(found(anew, tab, ""));
                assertThat(found(shelf, tab, "tyyny")).as("%s", tab).isEqualTo(found(anew, tab, "tyyny"));
                assertThat(shelf.count(tab)).isEqualTo(found(anew, tab, "").size());
            }
            assertThat(shelf.week()).isEqualTo(anew.week());
        }
    }

    @Test
    void aListAsksForNoMoreThanItShowsAndKnowsWhetherThereIsMore() {
        Shelf shelf = shelf(null);
        List<CaseRow> all = found(shelf, InboxTab.ALL, "");

        Found some = shelf.find(query(InboxTab.ALL, ""), words, 10);
        Found whole = shelf.find(query(InboxTab.ALL, ""), words, all.size());

        assertThat(rows(some)).isEqualTo(all.subList(0, 10));
        assertThat(some.more()).isTrue();
        assertThat(whole.more()).isFalse();
    }

    @Test
    void thePartsOfWhatWaitsAreCountedBeyondWhatIsShown() {
        Shelf shelf = shelf(null);

        Found some = shelf.find(query(InboxTab.WAITING, ""), words, 1);

        assertThat(some.groups().values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(shelf.count(InboxTab.WAITING));
    }

    /** What a filter is meant to find, told without folders. */
    private List<CaseRow> expected(Shelf shelf, InboxTab tab, String typed) {
        return found(shelf, tab, "").stream()
                .filter(row -> Stream.of(typed.toLowerCase(Locale.ROOT).split(" "))
                        .allMatch(word -> texts(row)
                                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(word))))
                .toList();
    }

    private Stream<String> texts(CaseRow row) {
        var unit = reference.units().get(row.unit());
        return Stream.concat(
                Stream.of(
                        row.excerpt(),
                        words.of(row.kind()),
                        unit == null ? "" : unit.name().in(Language.FI)),
                row.themes().stream().map(theme -> reference.themeName(theme, Language.FI)));
    }

    private FeedbackCase made() {
        String text = Stream.generate(() -> PIECES.get(random.nextInt(PIECES.size())))
                .limit(1 + random.nextInt(6))
                .reduce("", (one, other) -> one + " " + other)
                .strip();
        LocalDateTime received = TODAY.atStartOfDay().minusMinutes(random.nextInt(60 * 24 * 90));
        FeedbackCase made = Lehtola.a(
                Channel.WEB,
                oneOf(FeedbackKind.values()),
                received.toString(),
                text,
                random.nextBoolean() ? WISH : null);
        return made.edit().status(oneOf(CaseStatus.values())).done();
    }

    private FeedbackCase put(FeedbackCase each) {
        lehtola.casework.put(each);
        return each;
    }

    private <T> T oneOf(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private Shelf shelf(@Nullable Shelf earlier) {
        return Shelf.of(lehtola.casework.book(), earlier, Lehtola.AINO, TODAY);
    }

    private List<CaseRow> found(Shelf shelf, InboxTab tab, String typed) {
        return rows(shelf.find(query(tab, typed), words, Integer.MAX_VALUE));
    }

    private static List<CaseRow> rows(Found found) {
        return found.first().stream().map(Placed::row).toList();
    }

    private static Query query(InboxTab tab, String typed) {
        return Query.of(tab, typed, null, Language.FI);
    }
}
