package fi.vastine.bench;

import fi.vastine.backend.county.DemoAccount;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A summer worker asks customers nine questions each in the program's window, by the keys and by touch. */
final class Bedside implements Scenario {
    @Override
    public List<String> names() {
        return List.of("form.answer", "interview.keys", "interview.touch", "interview.memory");
    }

    @Override
    public List<Figure> measure(Workshop workshop) throws IOException, InterruptedException {
        Map<String, Double> told = day(workshop, List.of());
        // What is held only until the room is wanted is no need of the program: it is given little room.
        Map<String, Double> small = day(workshop, List.of("-Xmx256m"));
        return List.of(
                one("form.answer.p50", "ms", told),
                one("form.answer", "ms", told),
                one("interview.keys", "s", told),
                one("interview.touch", "s", told),
                one("interview.memory", "MB", small));
    }

    private static Map<String, Double> day(Workshop workshop, List<String> options)
            throws IOException, InterruptedException {
        DemoAccount account = workshop.collector();
        return new ColdStart(BedsideMain.class, options)
                .run(
                        workshop.emptyFolder("bedside").toString(),
                        workshop.backendWithForms().toString(),
                        account.user(),
                        account.password());
    }

    private static Figure one(String name, String unit, Map<String, Double> told) {
        return Figure.once(name, told.getOrDefault(name, Double.NaN), unit);
    }
}
