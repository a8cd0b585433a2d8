package fi.vastine.desktop.settings;

import fi.vastine.contract.cases.Language;
import fi.vastine.core.policy.Key;
import fi.vastine.core.policy.ManagedSettings;
import fi.vastine.desktop.shell.Choice;
import fi.vastine.desktop.shell.SingleLetters;
import fi.vastine.desktop.text.Texts;
import fi.vastine.desktop.theme.Look;
import fi.vastine.desktop.theme.TextSize;
import java.time.Duration;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The page of settings: one question under another, each with all its answers in sight. */
public final class SettingsView extends ScrollPane {

    private final Texts texts;
    private final PinViewModel pin;
    private final PinSection pinSection;

    /**
     * Makes the page.
     *
     * @param managed what the organisation has set
     * @param more what stands below
     */
    public SettingsView(
            SettingsViewModel settings,
            KeysViewModel keys,
            PinViewModel pin,
            ManagedSettings managed,
            List<? extends Node> more,
            Texts texts) {
        this.texts = texts;
        this.pin = pin;
        pinSection = new PinSection(pin, texts);
        setId("settings");
        Label title = new Label();
        title.textProperty().bind(texts.live("settings.name"));
        title.getStyleClass().add("title");

        Choice<Language> language = Choice.ofLanguages(texts, settings::choose);
        Choice<Look> look = new Choice<>(
                List.of(Look.values()),
                one -> texts.live(
                        switch (one) {
                            case SYSTEM -> "settings.look-system";
                            case LIGHT -> "settings.look-light";
                            case DARK -> "settings.look-dark";
                        }),
                settings::choose);
        Choice<TextSize> size = new Choice<>(
                SettingsViewModel.SIZES, one -> texts.live("settings.per-cent", one.percent()), settings::choose);
        Choice<SingleLetters> letters = new Choice<>(
                List.of(SingleLetters.values()),
                one -> texts.live(
                        switch (one) {
                            case ON -> "settings.letters-on";
                            case OFF -> "settings.letters-off";
                        }),
                settings::choose);
        Duration longestIdle = managed.longestIdle();
        Choice<LockAfter> lock = new Choice<>(
                SettingsViewModel.WAITS, one -> texts.live("settings.minutes", one.minutes()), settings::choose);
        lock.allow(wait -> SettingsViewModel.isWithin(wait, longestIdle));
        settings.chosen().subscribe(now -> {
            lock.show(new LockAfter(
                    (int) Math.max(1, now.lockAfter().within(longestIdle).toMinutes())));
            language.show(now.language());
            look.show(now.look());
            size.show(now.textSize());
            letters.show(now.singleLetters());
        });

        VBox page = new VBox(
                title,
                question("settings.language", "settings.language-help", language),
                question("settings.look", "settings.look-help", look),
                question("settings.text-size", "settings.text-size-help", size),
                question("settings.letters", "settings.letters-help", letters),
                locking(lock, managed),
                pinSection,
                new KeysSection(keys, texts));
        page.getChildren().addAll(more);
        page.getStyleClass().add("settings-page");
        setContent(page);
        setFitToWidth(true);
        setFocusTraversable(false);
        // What guards the keys decides whether there may be a PIN.
        keys.standing().subscribe(ignored -> pin.look());
        pin.wished().subscribe(ignored -> requestLayout());
    }

    /** Whoever came for her PIN finds it in sight, as soon as it is known where it lies. */
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        double beyond = getContent().getBoundsInLocal().getHeight()
                - getViewportBounds().getHeight();
        if (pin.wished().get() && getViewportBounds().getHeight() > 0 && pinSection.getHeight() > 0) {
            pin.wished().set(false);
            if (beyond > 0) {
                setVvalue(Math.clamp(pinSection.getBoundsInParent().getMinY() / beyond, 0, 1));
            }
            pinSection.takeFocus();
        }
    }

    private Node locking(Choice<?> lock, ManagedSettings managed) {
        Pane question = question("settings.lock", "settings.lock-help", lock);
        question.getChildren()
                .add(Sentences.managed(
                        managed.isManaged(Key.LOCK_AFTER),
                        texts.live(
                                "settings.lock-managed", managed.longestIdle().toMinutes())));
        return question;
    }

    private Pane question(String nameKey, String helpKey, Choice<?> choice) {
        Label name = new Label();
        name.textProperty().bind(texts.live(nameKey));
        name.getStyleClass().add("strong");
        name.setLabelFor(choice);
        choice.accessibleTextProperty().bind(name.textProperty());
        Label help = new Label();
        help.textProperty().bind(texts.live(helpKey));
        help.getStyleClass().addAll("muted", "small");
        help.setWrapText(true);
        help.setMinHeight(Region.USE_PREF_SIZE);
        VBox question = new VBox(name, help, choice);
        question.getStyleClass().add("settings-question");
        return question;
    }
}
