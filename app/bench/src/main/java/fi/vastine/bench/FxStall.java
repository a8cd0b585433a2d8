package fi.vastine.bench;

import fi.vastine.backend.county.DemoAccount;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** How smoothly a new laptop scrolls while a year of cases comes in. */
final class FxStall implements Scenario {
    private static final int RUNS = 5;

    @Override
    public List<String> names() {
        return List.of("fx.stall");
    }

    @Override
    public List<Figure> measure(Workshop workshop) throws IOException, InterruptedException {
        var idle = new Runs();
        var busy = new Runs();
        var longest = new Runs();
        DemoAccount account = workshop.quality();
        for (int run = 0; run < RUNS; run++) {
            Map<String, Double> told = new ColdStart(FxStallMain.class)
                    .run(
                            workshop.emptyFolder("window").toString(),
                            workshop.backend().toString(),
                            account.user(),
                            account.password());
            idle.add(told.getOrDefault("idle", Double.NaN));
            busy.add(told.getOrDefault("busy", Double.NaN));
            longest.add(told.getOrDefault("longest", Double.NaN));
        }
        return List.of(
                busy.median("fx.stall", "ms"),
                longest.median("fx.stall.longest", "ms"),
                idle.median("fx.stall.empty-window", "ms"));
    }
}
