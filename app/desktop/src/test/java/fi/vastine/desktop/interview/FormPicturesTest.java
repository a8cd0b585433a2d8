package fi.vastine.desktop.interview;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.backend.form.Forms;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.cases.Support;
import fi.vastine.contract.form.Form;
import fi.vastine.contract.form.FormItem;
import fi.vastine.core.session.Interview;
import fi.vastine.core.session.MemoryEntries;
import fi.vastine.desktop.casework.Lehtola;
import fi.vastine.desktop.fx.SameThreadBackground;
import fi.vastine.desktop.shell.Notices;
import fi.vastine.desktop.text.Texts;
import fi.vastine.desktop.text.Times;
import fi.vastine.desktop.theme.Look;
import fi.vastine.desktop.theme.TextSize;
import fi.vastine.desktop.theme.Theme;
import fi.vastine.desktop.ui.CollectorsWindow;
import fi.vastine.desktop.ui.UiDriver;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * A picture of each question of the shipped forms in each language, as the helper and as the customer sees it; for whoever changes
 * a form or its page. Run with {@code -Dform.pictures}; left in {@code target/forms}.
 */
@EnabledIfSystemProperty(named = "form.pictures", matches = ".*")
class FormPicturesTest {
    private static final Path PICTURES = Path.of("target", "forms");
    private static final int LONGEST = 2;

    private final SameThreadBackground background = new SameThreadBackground();
    private final Texts texts = new Texts(Language.FI);
    private final List<String> complaints = new ArrayList<>();
    private Theme theme;
    private InterviewViewModel model;
    private UiDriver driver;

    @BeforeEach
    void open() {
        UiDriver.startToolkit();
        theme = UiDriver.onScreen(() -> new Theme(new SimpleObjectProperty<>(ColorScheme.LIGHT)));
        Times times = new Times(texts, Lehtola.CLOCK);
        var notices = new Notices(texts, background);
        var kept = new MemoryEntries(Lehtola.BERTIL, Lehtola.CLOCK);
        model = UiDriver.onScreen(() -> {
            var interviews = kept.startInterviews();
            var started = new InterviewViewModel(
                    interviews,
                    kept.campaigns(interviews),
                    Lehtola.BERTIL,
                    background,
                    notices,
                    Optional::empty,
                    texts,
                    times);
            started.accept(CollectorsWindow.book(Forms.shipped()));
            return started;
        });
        driver = CollectorsWindow.open(
                texts,
                times,
                notices,
                () -> CollectorsWindow.place(
                        "interview",
                        new InterviewView(model, CollectorsWindow.entered(kept, texts, times), texts, times).node(),
                        List::of));
    }

    @AfterEach
    void close() {
        wear(Look.LIGHT, TextSize.BASE);
        driver.close();
    }

    @Test
    void eachQuestionOfEachFormIsLegibleInEachLanguage() {
        for (Form form : Forms.shipped()) {
            for (Language language : Language.values()) {
                begin(form, language);
                List<FormItem> longest = longest(form, language);
                for (Optional<FormItem> item = asked(); item.isPresent(); item = asked()) {
                    String name = "%s-%s-%02d"
                            .formatted(form.id(), language, number(form, item.get()))
                            .toLowerCase(Locale.ROOT);
                    picture(name, Look.LIGHT, TextSize.BASE);
                    picture(name, Look.DARK, TextSize.BASE);
                    if (longest.contains(item.get())) {
                        picture(name, Look.LIGHT, new TextSize(200));
                    }
                    UiDriver.doOnScreen(model::pass);
                }
                UiDriver.doOnScreen(model::takeAway);
                UiDriver.doOnScreen(() -> background.pass(Duration.ofMinutes(1)));
            }
        }
        assertThat(complaints).isEmpty();
    }

    /** Light as the helper sees it, dark and large as the customer does to whom the laptop is turned. */
    private void picture(String name, Look look, TextSize size) {
        wear(look, size);
        String dressed = name + "-" + look.name().toLowerCase(Locale.ROOT);
        boolean turned = look == Look.DARK || !size.equals(TextSize.BASE);
        UiDriver.doOnScreen(() -> model.turned().set(turned));
        driver.picture(PICTURES.resolve(size.equals(TextSize.BASE) ? dressed + ".png" : dressed + "-200.png"));
        driver.complaints().forEach(each -> complaints.add(dressed + ": " + each));
        UiDriver.doOnScreen(() -> model.turned().set(false));
    }

    private Optional<FormItem> asked() {
        return UiDriver.onScreen(() -> Optional.ofNullable(model.asked()).flatMap(Interview::current));
    }

    private static List<FormItem> longest(Form form, Language language) {
        return form.allItems()
                .sorted(Comparator.comparingInt(
                        item -> -item.text().in(language).length()))
                .limit(LONGEST)
                .toList();
    }

    private static int number(Form form, FormItem item) {
        return form.allItems().toList().indexOf(item) + 1;
    }

    private void begin(Form form, Language language) {
        UiDriver.doOnScreen(() -> {
            texts.language().set(language);
            model.nextCustomer().form().set(form);
            model.nextCustomer().language().set(language);
            model.nextCustomer().answeredBy().set(Support.AnsweredBy.SELF_WITH_SUPPORT);
            model.nextCustomer().helper().set(Support.HelperRole.SUMMER_WORKER);
            model.nextCustomer().assent().set(true);
            model.begin();
        });
        driver.settle();
    }

    private void wear(Look look, TextSize size) {
        UiDriver.doOnScreen(() -> theme.wear(look, size));
    }
}
