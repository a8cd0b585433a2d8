package fi.vastine.bench;

import fi.vastine.backend.county.DemoAccount;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A new laptop downloads a year of cases; the same work without the program; and the laptop opened the next morning. */
final class FirstPull implements Scenario {
    private static final int RUNS = 5;

    @Override
    public List<String> names() {
        return List.of("sync.initial", "open.replica");
    }

    @Override
    public List<Figure> measure(Workshop workshop) throws IOException, InterruptedException {
        var all = new Runs();
        var floor = new Runs();
        var ratio = new Runs();
        var rows = new Runs();
        var open = new Runs();
        var whole = new Runs();
        once(workshop, ColdPullMain.class);
        for (int run = 0; run < RUNS; run++) {
            Map<String, Double> least = once(workshop, ColdFloorMain.class);
            Map<String, Double> pulled = once(workshop, ColdPullMain.class);
            Map<String, Double> opened = whole(new ColdStart(ColdReopenMain.class)
                    .run(workshop.folder("laptop").toString()));
            floor.add(told(least, "all"));
            all.add(told(pulled, "all"));
            ratio.add(told(pulled, "all") / told(least, "all"));
            rows.add(told(pulled, "first-rows"));
            open.add(told(opened, "open"));
            whole.add(told(opened, "whole"));
        }
        return List.of(
                all.median("sync.initial", "ms"),
                floor.median("sync.initial.floor", "ms"),
                ratio.median("sync.initial.ratio", "1"),
                rows.median("sync.initial.first-rows", "ms"),
                open.median("open.replica", "ms"),
                whole.median("open.replica.whole", "ms"));
    }

    private static Map<String, Double> once(Workshop workshop, Class<?> main) throws IOException, InterruptedException {
        DemoAccount account = workshop.quality();
        return whole(new ColdStart(main)
                .run(
                        workshop.emptyFolder("laptop").toString(),
                        workshop.backend().toString(),
                        account.user(),
                        account.password()));
    }

    private static Map<String, Double> whole(Map<String, Double> told) {
        if (told(told, "cases") < Workshop.YEAR) {
            throw new IllegalStateException("only " + told(told, "cases") + " cases came");
        }
        return told;
    }

    private static double told(Map<String, Double> figures, String name) {
        Double value = figures.get(name);
        if (value == null) {
            throw new IllegalStateException("no figure " + name);
        }
        return value;
    }
}
