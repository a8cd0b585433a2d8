package fi.vastine.backend.county;

import fi.vastine.backend.form.Forms;
import fi.vastine.contract.cases.Answers;
import fi.vastine.contract.cases.Channel;
import fi.vastine.contract.cases.Face;
import fi.vastine.contract.cases.FaceScale;
import fi.vastine.contract.cases.FeedbackKind;
import fi.vastine.contract.cases.Given;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.cases.StatementAnswer;
import fi.vastine.contract.cases.Support;
import fi.vastine.contract.form.Audience;
import fi.vastine.contract.form.FilledForm;
import fi.vastine.contract.form.Form;
import fi.vastine.contract.form.FormItem;
import fi.vastine.contract.form.ItemKind;
import fi.vastine.contract.id.ThemeId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What customers answered in figures: units differ and drift slowly, a complaint answers lower than a thank-you, and the
 * statement that a theme is about suffers most.
 */
final class Figures {
    private static final int[] ALL = {1, 2, 3, 4, 5, 6, 7};
    private static final int[] SURVEY = {1, 4, 6};
    private static final Support HELPED =
            new Support(Support.AnsweredBy.SELF_WITH_SUPPORT, Support.HelperRole.SUMMER_WORKER, true, null);

    private final Form childForm = Forms.shipped().stream()
            .filter(form -> form.audience() == Audience.CHILD)
            .findFirst()
            .orElseThrow();

    private final Map<Place, Double> levels = new HashMap<>();
    private final Map<Place, Double> drifts = new HashMap<>();
    private final Map<ThemeId, Integer> suffering = new HashMap<>();
    private final Instant begins;

    Figures(CountyFiles files, List<Place> places, Instant begins, RandomGenerator random) {
        this.begins = begins;
        for (Place place : places) {
            levels.put(place, 0.45 * random.nextGaussian());
            drifts.put(place, 0.25 * random.nextGaussian());
        }
        files.table("themes.csv")
                .forEach(row -> suffering.put(new ThemeId(row.get("id")), Integer.valueOf(row.get("statement"))));
    }

    /** What goes with a text, or with none, given in one way at one place. */
    Answers answers(
            Place place,
            Channel channel,
            Instant at,
            FeedbackKind kind,
            @Nullable Comment comment,
            RandomGenerator random) {
        double mood = mood(place, at, kind, random);
        return switch (channel) {
            case SMS -> scaled(SURVEY, mood, comment, "survey/2", random);
            case DEVICE -> new Answers(List.of(), null, new Face(FaceScale.FIVE, step(mood, random)), "device/1");
            case WEB, QR ->
                random.nextDouble() < 0.45 ? scaled(ALL, mood, comment, "national/2", random) : Answers.NONE;
            case PAPER -> scaled(ALL, mood, comment, "national/2", random);
            case ORAL -> Answers.NONE;
            case SUPPORTED -> supported(mood, comment, random);
        };
    }

    /** A child answers by three faces, with somebody's help; one mood a child, which each question meets a little differently. */
    private Answers childrens(double mood, RandomGenerator random) {
        double felt = 2.5 + 0.6 * mood + 0.3 * random.nextGaussian();
        FilledForm filled = FilledForm.empty(childForm);
        for (int each = 0; each < childForm.items().size(); each++) {
            FormItem item = childForm.items().get(each);
            if (item.kind() instanceof ItemKind.ThreeFaces) {
                int value = Math.clamp(Math.round(felt + 0.4 * (each % 3 - 1)), 1, 3);
                filled = filled.with(item.linkId(), new Given.ThreeFaces(value));
            }
        }
        return filled.answers(Language.FI, HELPED);
    }

    private Answers supported(double mood, @Nullable Comment comment, RandomGenerator random) {
        return comment != null && comment.has(Comment.Flag.CHILD)
                ? childrens(mood, random)
                : helped(scaled(ALL, mood + 0.2, comment, "national/2", random));
    }

    private static Answers helped(Answers alone) {
        return new Answers(
                alone.statements(), alone.recommendation(), alone.face(), alone.form(), alone.items(), HELPED);
    }

    private Answers scaled(
            int[] statements, double mood, @Nullable Comment comment, String form, RandomGenerator random) {
        var answers = new ArrayList<StatementAnswer>();
        for (int statement : statements) {
            double chance = random.nextDouble();
            if (chance < 0.03) {
                continue;
            }
            double felt = mood - (suffers(statement, comment) ? 0.9 : 0.0);
            answers.add(new StatementAnswer(statement, chance < 0.07 ? null : step(felt, random)));
        }
        int recommendation = Math.clamp(Math.round(8.2 + 1.75 * mood + 0.8 * random.nextGaussian()), 0, 10);
        return new Answers(answers, recommendation, null, form);
    }

    private boolean suffers(int statement, @Nullable Comment comment) {
        return comment != null
                && comment.kind() != FeedbackKind.THANKS
                && comment.themes().stream().anyMatch(theme -> suffering.getOrDefault(theme, 0) == statement);
    }

    private double mood(Place place, Instant at, FeedbackKind kind, RandomGenerator random) {
        double years = ChronoUnit.DAYS.between(begins, at) / 365.0;
        double unit = levels.getOrDefault(place, 0.0) + years * drifts.getOrDefault(place, 0.0);
        double said = switch (kind) {
            case THANKS -> 1.0;
            case CRITICISM -> -1.9;
            case SUGGESTION -> -0.1;
            case QUESTION -> -0.3;
            case OTHER -> 0.25;
        };
        return unit + said + 0.75 * random.nextGaussian();
    }

    private static int step(double mood, RandomGenerator random) {
        return Math.clamp(Math.round(4.15 + 0.85 * mood + 0.45 * random.nextGaussian()), 1, 5);
    }
}
