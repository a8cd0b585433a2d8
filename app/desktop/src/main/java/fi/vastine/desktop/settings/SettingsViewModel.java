package fi.vastine.desktop.settings;

import fi.vastine.contract.cases.Language;
import fi.vastine.desktop.fx.Background;
import fi.vastine.desktop.fx.Lane;
import fi.vastine.desktop.shell.ShellViewModel;
import fi.vastine.desktop.shell.SingleLetters;
import fi.vastine.desktop.shell.Trouble;
import fi.vastine.desktop.theme.Look;
import fi.vastine.desktop.theme.TextSize;
import java.time.Duration;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Takes a choice, lets it hold at once and keeps it. */
public final class SettingsViewModel {

    static final List<TextSize> SIZES =
            List.of(100, 115, 130, 150, 175, 200).stream().map(TextSize::new).toList();

    static final List<LockAfter> WAITS =
            List.of(1, 5, 15, 30, 60).stream().map(LockAfter::new).toList();

    private final SettingsFile file;
    private final Background background;
    private final ShellViewModel shell;
    private final ReadOnlyObjectWrapper<Settings> chosen;

    public SettingsViewModel(SettingsFile file, Settings first, Background background, ShellViewModel shell) {
        this.file = file;
        this.background = background;
        this.shell = shell;
        this.chosen = new ReadOnlyObjectWrapper<>(first);
    }

    /** What holds now. */
    public ReadOnlyObjectProperty<Settings> chosen() {
        return chosen.getReadOnlyProperty();
    }

    public void choose(Language language) {
        keep(chosen.get().with(language));
    }

    public void choose(Look look) {
        keep(chosen.get().with(look));
    }

    public void choose(TextSize size) {
        keep(chosen.get().with(size));
    }

    public void choose(SingleLetters letters) {
        keep(chosen.get().with(letters));
    }

    public void choose(LockAfter wait) {
        keep(chosen.get().with(wait));
    }

    /** Whether the screen may lock so late, by what the organisation allows at most. */
    static boolean isWithin(LockAfter wait, Duration longest) {
        return Duration.ofMinutes(wait.minutes()).compareTo(longest) <= 0;
    }

    private void keep(Settings wanted) {
        if (wanted.equals(chosen.get())) {
            return;
        }
        chosen.set(wanted);
        background.run(
                Lane.WRITE,
                () -> {
                    file.write(wanted);
                    return wanted;
                },
                kept -> shell.solved("settings.not-kept"),
                failure -> shell.show(Trouble.of("settings.not-kept")));
    }
}
