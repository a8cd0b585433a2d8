package fi.vastine.desktop.settings;

import fi.vastine.contract.wire.ProgramNotice;
import fi.vastine.core.http.ProgramVersion;
import fi.vastine.core.policy.ManagedSettings.Updates;
import fi.vastine.desktop.fx.Background;
import fi.vastine.desktop.fx.Lane;
import fi.vastine.desktop.text.Texts;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** What is said of the program itself: its version, a newer one, and what helps those who help. */
public final class AboutViewModel {
    private final Updates updates;
    private final Background background;
    private final ObjectProperty<@Nullable ProgramNotice> notice = new SimpleObjectProperty<>();
    private final ReadOnlyStringWrapper saidKey = new ReadOnlyStringWrapper("");

    /** Nothing is known of a newer version yet. */
    public AboutViewModel(Updates updates, Background background) {
        this.updates = updates;
        this.background = background;
    }

    /** The backend has said which version it wants; absent if it says nothing of it. */
    public void told(@Nullable ProgramNotice wanted) {
        notice.set(wanted);
    }

    /** A few words on a newer version; empty where there is none. */
    public ObservableValue<String> news(Texts texts) {
        return Bindings.createStringBinding(
                () -> {
                    ProgramNotice now = news();
                    return now == null ? "" : texts.text("about.news", now.wanted());
                },
                notice,
                texts.language());
    }

    /** A newer version, who installs it and from where; empty where there is none. */
    ObservableValue<String> newsInFull(Texts texts) {
        return Bindings.createStringBinding(
                () -> {
                    ProgramNotice now = news();
                    return now == null ? "" : worded(now, texts);
                },
                notice,
                texts.language());
    }

    /** Where the person finds the newer version herself; empty where IT installs it, or nobody said. */
    ObservableValue<String> address() {
        return notice.map(ignored -> {
                    ProgramNotice now = news();
                    return now == null || updates == Updates.IT || now.address() == null
                            ? ""
                            : now.address().toString();
                })
                .orElse("");
    }

    private @Nullable ProgramNotice news() {
        ProgramNotice now = notice.get();
        return now != null && now.isNewsFor(ProgramVersion.OF_THIS) ? now : null;
    }

    private String worded(ProgramNotice now, Texts texts) {
        String how = updates == Updates.IT
                ? texts.text("about.it-installs", now.wanted())
                : texts.text(now.address() == null ? "about.ask-it" : "about.install", now.wanted());
        String oldest = now.oldest();
        return oldest == null || !now.isTooOld(ProgramVersion.OF_THIS)
                ? how
                : texts.text("about.too-old", oldest) + " " + how;
    }

    /** The key of what came of looking; empty before. */
    ReadOnlyStringProperty saidKey() {
        return saidKey.getReadOnlyProperty();
    }

    /** Looks how this laptop stands, and hands the text over. */
    void diagnose(Supplier<String> look, Consumer<String> copy) {
        saidKey.set("about.looking");
        background.run(Lane.NETWORK, look, text -> {
            copy.accept(text);
            saidKey.set("about.copied");
        });
    }
}
