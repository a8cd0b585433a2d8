package fi.vastine.desktop.diagnosis;

import fi.vastine.core.http.Glance;
import fi.vastine.core.http.Network;
import fi.vastine.core.http.ProgramVersion;
import fi.vastine.core.key.KeyStore;
import fi.vastine.core.key.KeyStoreSilent;
import fi.vastine.core.policy.Fault;
import fi.vastine.core.policy.ManagedSettings;
import fi.vastine.core.policy.Setting;
import fi.vastine.core.session.ServerAddress;
import fi.vastine.core.session.Standing;
import fi.vastine.core.session.Standings;
import fi.vastine.desktop.text.Texts;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Looks at the computer, the folders, the key store and the network, and words what it finds; counts and states only.
 *
 * @param home the program's own folder
 * @param logs where it logs
 * @param codes the codes of the latest troubles shown
 */
public record Diagnosis(
        Path home,
        Path logs,
        ManagedSettings settings,
        Network network,
        KeyStore keyStore,
        InstantSource clock,
        Supplier<List<String>> codes) {
    private static final long MEGABYTE = 1 << 20;

    /**
     * All of it, a line each. Blocks for the disk, the key store and the network, for half a minute at most.
     *
     * @param waiting how many commands wait with whoever is at work in this copy; empty where nobody is
     */
    public String text(Screens screens, OptionalInt waiting, Texts texts) {
        Paper paper = new Paper(texts);
        program(paper);
        drawn(paper, screens);
        paper.line("diagnosis.data", folder(home, texts));
        paper.line("diagnosis.logs", folder(logs, texts));
        paper.line("diagnosis.key-store", keyStore.kind() + ", " + texts.text(answers()));
        paper.line("diagnosis.guard", settings.guard());
        paper.line(
                "diagnosis.managed",
                settings.managed().stream().map(Diagnosis::worded).collect(Collectors.joining("; ")));
        settings.faults().forEach(each -> paper.line("diagnosis.fault", worded(each)));
        profiles(paper, waiting);
        backend(paper);
        paper.line("diagnosis.codes", String.join("; ", codes.get()));
        return paper.text();
    }

    private static void program(Paper paper) {
        paper.line("diagnosis.version", ProgramVersion.OF_THIS);
        paper.line(
                "diagnosis.java",
                System.getProperty("java.vm.vendor") + " " + System.getProperty("java.runtime.version"));
        paper.line(
                "diagnosis.system",
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"));
        boolean asked = ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .anyMatch(each -> each.startsWith("-XX:AOTCache="));
        // A virtual machine that cannot use the cache it was given says nothing of sharing.
        boolean taken = System.getProperty("java.vm.info", "").contains("sharing");
        paper.line(
                "diagnosis.start-cache",
                paper.word(!asked ? "diagnosis.none" : taken ? "diagnosis.cache-taken" : "diagnosis.cache-refused"));
    }

    private static void drawn(Paper paper, Screens screens) {
        paper.line(
                "diagnosis.drawn",
                paper.word(
                        switch (screens.drawn()) {
                            case BY_GRAPHICS_CARD -> "diagnosis.by-card";
                            case IN_SOFTWARE -> "diagnosis.in-software";
                            case NOT_AT_ALL -> "diagnosis.no-display";
                        }));
        screens.sizes().forEach(each -> paper.line("diagnosis.screen", each));
    }

    private static String folder(Path folder, Texts texts) {
        Path there = folder.toAbsolutePath();
        while (there.getParent() != null && !Files.exists(there)) {
            there = there.getParent();
        }
        String named = Nameless.text(folder.toString());
        try {
            FileStore store = Files.getFileStore(there);
            return texts.text(
                    Files.isWritable(there) ? "diagnosis.folder" : "diagnosis.folder-read-only",
                    named,
                    store.type(),
                    Long.toString(store.getUsableSpace() / MEGABYTE));
        } catch (IOException unreadable) {
            return named + ", " + unreadable.getClass().getSimpleName();
        }
    }

    private String answers() {
        try {
            if (keyStore.kind() == KeyStore.Kind.NONE) {
                return "diagnosis.silent";
            }
            keyStore.find("diagnosis");
            return "diagnosis.answers";
        } catch (KeyStoreSilent silent) {
            return "diagnosis.silent";
        }
    }

    /** What may name a person is told by its key alone. */
    private static String worded(Setting setting) {
        String value = switch (setting.key()) {
            case USER, HOME, AUTHORITIES -> "…";
            default -> setting.value();
        };
        return setting.key().inFiles() + "=" + value + " ("
                + Nameless.text(setting.origin().where()) + ")";
    }

    private static String worded(Fault fault) {
        return Nameless.text(fault.origin().where()) + ":" + fault.line() + " " + fault.why() + " " + fault.key();
    }

    private Standings standings() {
        return new Standings(home.resolve("people"), clock, keyStore, settings.guard());
    }

    private void profiles(Paper paper, OptionalInt waiting) {
        int number = 1;
        for (Standing each : standings().all()) {
            boolean hers = each.state() == Standing.State.OPEN && waiting.isPresent();
            int count = hers ? waiting.getAsInt() : each.waiting();
            paper.line(
                    "diagnosis.profile",
                    paper.word(
                            "diagnosis.profile-is",
                            Integer.toString(number++),
                            each.state(),
                            each.guard() == null ? "?" : each.guard().toString(),
                            count < 0 ? "?" : Integer.toString(count),
                            each.outboxBytes() / 1024 + " + " + each.replicaBytes() / 1024));
        }
    }

    private void backend(Paper paper) {
        Optional<ServerAddress> server = settings.server().or(() -> standings().server());
        paper.line("diagnosis.network", network.choice());
        paper.line("diagnosis.server", server.map(ServerAddress::toString).orElse(paper.word("diagnosis.none")));
        if (server.isEmpty()) {
            return;
        }
        Glance glance = Glance.at(server.get().uri(), network, clock);
        paper.line("diagnosis.route", glance.route());
        paper.line(
                "diagnosis.answer",
                glance.trouble() == null
                        ? "HTTP " + glance.status()
                        : glance.trouble().toString());
        if (!glance.issuer().isEmpty()) {
            paper.line(
                    "diagnosis.certificate",
                    paper.word("diagnosis.days-left", glance.issuer(), Long.toString(glance.daysLeft())));
        }
        Duration ahead = glance.clockAhead();
        if (ahead != null) {
            paper.line("diagnosis.clock", ahead.toSeconds() + " s");
        }
    }

    /** Lines that begin with what they are of. */
    private static final class Paper {
        private final Texts texts;
        private final StringBuilder lines = new StringBuilder();

        Paper(Texts texts) {
            this.texts = texts;
        }

        void line(String key, Object value) {
            lines.append(texts.text(key)).append(": ").append(value).append('\n');
        }

        String word(String key, Object... arguments) {
            return texts.text(key, arguments);
        }

        String text() {
            return lines.toString();
        }
    }
}
