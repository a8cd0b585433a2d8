package fi.vastine.desktop.settings;

import fi.vastine.core.policy.Fault;
import fi.vastine.core.policy.ManagedSettings;
import fi.vastine.core.policy.Origin;
import fi.vastine.core.policy.Setting;
import fi.vastine.desktop.text.Texts;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the organisation has decided for this laptop, value by value and where each comes from; and what of it cannot be understood. */
public final class ManagedSection extends VBox {

    public ManagedSection(ManagedSettings settings, Texts texts) {
        getStyleClass().add("settings-question");
        setId("settings-managed");
        Label name = new Label();
        name.textProperty().bind(texts.live("managed.name"));
        name.getStyleClass().add("strong");
        getChildren()
                .setAll(
                        name,
                        Sentences.quiet(texts.live(settings.managed().isEmpty() ? "managed.nothing" : "managed.help")));
        settings.managed().forEach(each -> getChildren().add(row(each, texts)));
        settings.faults().forEach(each -> getChildren().add(fault(each, texts)));
    }

    private static Node row(Setting setting, Texts texts) {
        Label value = Sentences.plain(Bindings.createStringBinding(
                () -> texts.text("managed.value", texts.word(setting.key()), valueOf(setting, texts)),
                texts.language()));
        Label origin = Sentences.quiet(
                texts.live(originKey(setting.origin()), setting.origin().where()));
        VBox row = new VBox(value, origin);
        row.getStyleClass().add("settings-managed-row");
        return row;
    }

    private static String valueOf(Setting setting, Texts texts) {
        return switch (setting.key()) {
            case LOCK_AFTER -> texts.text("settings.minutes", setting.value());
            case GUARD -> texts.text(setting.value().equals("passphrase") ? "managed.passphrase" : "managed.key-store");
            case PIN -> texts.text(setting.value().equals("on") ? "managed.on" : "managed.off");
            case UPDATES -> texts.text(setting.value().equals("it") ? "managed.by-it" : "managed.by-user");
            case AUTHORITIES -> setting.value().contains("\n") ? texts.text("managed.certificates") : setting.value();
            case PROXY ->
                switch (setting.value()) {
                    case "none" -> texts.text("network.straight");
                    case "system" -> texts.text("network.system");
                    default -> setting.value();
                };
            case SERVER, USER, HOME -> setting.value();
        };
    }

    private static String originKey(Origin origin) {
        return switch (origin.kind()) {
            case FILE -> "managed.from-file";
            case ENVIRONMENT -> "managed.from-environment";
            case START -> "managed.from-start";
            case OWN -> "managed.from-own";
        };
    }

    private static Node fault(Fault fault, Texts texts) {
        Label label = Sentences.plain(Bindings.createStringBinding(() -> worded(fault, texts), texts.language()));
        label.getStyleClass().add("late");
        label.setGraphic(new FontIcon(Feather.ALERT_CIRCLE));
        return label;
    }

    private static String worded(Fault fault, Texts texts) {
        String where = fault.origin().where();
        String at = fault.line() == 0 ? where : texts.text("managed.at-line", where, Integer.toString(fault.line()));
        return switch (fault.why()) {
            case UNREADABLE -> texts.text("managed.unreadable", at);
            case NOT_JSON -> texts.text("managed.not-json", at);
            case UNKNOWN_KEY -> texts.text("managed.unknown-key", at, fault.key());
            case BAD_VALUE -> texts.text("managed.bad-value", at, fault.key());
        };
    }

    /** All that cannot be understood, in one sentence after another. */
    public static String faults(ManagedSettings settings, Texts texts) {
        return settings.faults().stream().map(each -> worded(each, texts)).collect(Collectors.joining("; "));
    }
}
