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
        DemoAccount account = workshop.collector();
        // What is held only until the room is wanted is no need of the program.
        Map<String, Double> told = new ColdStart(BedsideMain.class, List.of("-XX:SoftRefLRUPolicyMSPerMB=0"))
                .run(
                        workshop.emptyFolder("bedside").toString(),
                        workshop.backendWithForms().toString(),
                        account.user(),
                        account.password());
        return List.of(
                one("form.answer.p50", "ms", told),
                one("form.answer", "ms", told),
                one("interview.keys", "s", told),
                one("interview.touch", "s", told),
                one("interview.memory", "MB", told));
    }

    private static Figure one(String name, String unit, Map<String, Double> told) {
        var runs = new Runs();
        runs.add(told.getOrDefault(name, Double.NaN));
        return runs.median(name, unit);
    }
}
