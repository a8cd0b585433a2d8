package fi.vastine.bench;

import fi.vastine.backend.county.DemoAccount;
import java.io.IOException;
import java.util.List;

/** A new laptop: from the sign-in to the first drawing that shows what waits for a reply. */
final class FirstInbox implements Scenario {
    private static final int RUNS = 5;

    @Override
    public List<String> names() {
        return List.of("sync.first-inbox");
    }

    @Override
    public List<Figure> measure(Workshop workshop) throws IOException, InterruptedException {
        var runs = new Runs();
        DemoAccount account = workshop.quality();
        for (int run = 0; run <= RUNS; run++) {
            Double drawn = new ColdStart(FirstInboxMain.class)
                    .run(
                            workshop.emptyFolder("window").toString(),
                            workshop.backend().toString(),
                            account.user(),
                            account.password())
                    .get("drawn");
            if (drawn == null) {
                throw new IllegalStateException("nothing was drawn");
            }
            if (run > 0) {
                runs.add(drawn);
            }
        }
        return List.of(runs.median("sync.first-inbox", "ms"));
    }
}
