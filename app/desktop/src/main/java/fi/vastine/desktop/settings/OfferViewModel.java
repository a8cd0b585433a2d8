package fi.vastine.desktop.settings;

import fi.vastine.core.http.AuthorityText;
import fi.vastine.core.http.Network;
import fi.vastine.core.http.ProxyChoice;
import fi.vastine.core.policy.Key;
import fi.vastine.core.policy.ManagedSettings;
import fi.vastine.core.policy.OwnSettings;
import fi.vastine.core.policy.Setting;
import fi.vastine.core.policy.SettingsText;
import fi.vastine.desktop.fx.Background;
import fi.vastine.desktop.fx.Lane;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** A file of settings that was handed to the person: what it would set, and what becomes of it. Nothing holds before she says so. */
public final class OfferViewModel {
    private final SettingsText text;
    private final ManagedSettings now;
    private final OwnSettings own;
    private final Network network;
    private final Background background;
    private final Consumer<List<Setting>> taken;
    private final ReadOnlyStringWrapper saidKey = new ReadOnlyStringWrapper("");

    /**
     * Shows what a file says.
     *
     * @param now what holds already
     * @param taken told what she has of her own, once it holds
     */
    public OfferViewModel(
            SettingsText text,
            ManagedSettings now,
            OwnSettings own,
            Network network,
            Background background,
            Consumer<List<Setting>> taken) {
        this.text = text;
        this.now = now;
        this.own = own;
        this.network = network;
        this.background = background;
        this.taken = taken;
    }

    /** What the file may set, whether or not somebody else has decided on it. */
    List<Setting> settings() {
        return text.settings().stream()
                .filter(each -> each.key().isForAnybody())
                .toList();
    }

    /** Whether a setting stays as the organisation has decided it. */
    boolean isManaged(Setting setting) {
        return now.isManaged(setting.key());
    }

    /** Whether the file says more than may be taken from it, or something that cannot be understood. */
    boolean saysMore() {
        return !text.faults().isEmpty() || settings().size() < text.settings().size();
    }

    /** Whether anything would change. */
    boolean isOfUse() {
        return settings().stream().anyMatch(each -> !isManaged(each));
    }

    /** The key of what came of it; empty before. */
    ReadOnlyStringProperty saidKey() {
        return saidKey.getReadOnlyProperty();
    }

    /** Lets it hold from now on. */
    void accept() {
        background.run(
                Lane.WRITE,
                () -> own.keep(wanted()),
                kept -> {
                    ManagedSettings next = now.with(kept);
                    network.choose(next.proxy());
                    network.believe(next.authorities());
                    taken.accept(kept);
                },
                failure -> {
                    if (!(failure instanceof UncheckedIOException)) {
                        throw failure;
                    }
                    saidKey.set("offer.not-kept");
                });
    }

    private List<Setting> wanted() {
        return settings().stream()
                .filter(each -> !isManaged(each))
                .map(OfferViewModel::whole)
                .toList();
    }

    /** The file that it names may be gone tomorrow. */
    private static Setting whole(Setting setting) {
        if (setting.key() != Key.AUTHORITIES) {
            return setting;
        }
        try {
            String pem = new String(AuthorityText.pem(setting.value()), StandardCharsets.US_ASCII);
            return new Setting(setting.key(), pem, setting.origin());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** A setting as a person can compare it with what her IT told her. */
    static String valueOf(Setting setting) {
        return setting.key() == Key.AUTHORITIES
                ? fingerprints(setting.value())
                : ProxyChoice.parse(setting.value())
                        .filter(ignored -> setting.key() == Key.PROXY)
                        .map(ProxyChoice::toString)
                        .orElse(setting.value());
    }

    private static String fingerprints(String written) {
        try {
            StringBuilder all = new StringBuilder();
            for (X509Certificate each : AuthorityText.certificates(written)) {
                byte[] print = MessageDigest.getInstance("SHA-256").digest(each.getEncoded());
                all.append(all.isEmpty() ? "" : "\n")
                        .append(each.getSubjectX500Principal().getName())
                        .append("\nSHA-256 ")
                        .append(HexFormat.ofDelimiter(":").formatHex(print).toUpperCase(Locale.ROOT));
            }
            return all.toString();
        } catch (GeneralSecurityException | IOException unreadable) {
            return written;
        }
    }
}
