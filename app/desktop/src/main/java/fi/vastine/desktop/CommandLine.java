package fi.vastine.desktop;

import fi.vastine.core.http.ProgramVersion;
import fi.vastine.core.policy.ManagedSettings;
import fi.vastine.desktop.diagnosis.Diagnosis;
import fi.vastine.desktop.diagnosis.Screens;
import fi.vastine.desktop.fx.DisplayAsked;
import fi.vastine.desktop.settings.SettingsFile;
import fi.vastine.desktop.text.Texts;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.OptionalInt;

/** What the program says at a terminal, with no window. */
public final class CommandLine {
    private final PrintStream out;
    private final Policy policy;

    /** For whoever asked; the log has the other stream to itself. */
    CommandLine() {
        this(
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
                Policy.ofThisComputer());
    }

    /** Says it elsewhere, of a computer for which this is set. */
    public CommandLine(PrintStream out, Policy policy) {
        this.out = out;
        this.policy = policy;
    }

    private Texts texts() {
        return new Texts(new SettingsFile(Main.folder(policy.settings())).read().language());
    }

    /** Tells the version. */
    public void version() {
        out.println("Vastine " + ProgramVersion.OF_THIS);
    }

    /** Tells how the program is started. */
    public void help() {
        out.println(texts().text("diagnosis.help"));
    }

    /** Tells how the program stands on this computer, with nothing of a person. */
    public void diagnose() {
        Texts texts = texts();
        Path folder = Main.folder(policy.settings());
        Policy whole = Laptop.withOwn(policy, folder);
        ManagedSettings settings = whole.settings();
        Screens screens = DisplayAsked.now(Screens::now).orElse(Screens.NONE);
        Diagnosis diagnosis = new Diagnosis(
                folder,
                Main.logs(settings),
                settings,
                Laptop.networkOf(whole),
                policy.keyStore(),
                Main.clock(VastineApp.ZONE),
                () -> LogFile.codes(Main.logs(settings)));
        out.print(diagnosis.text(screens, OptionalInt.empty(), texts));
        out.flush();
    }
}
