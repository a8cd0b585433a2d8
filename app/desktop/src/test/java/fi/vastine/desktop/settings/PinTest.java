package fi.vastine.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.contract.cases.Language;
import fi.vastine.core.json.Json;
import fi.vastine.core.key.FolderKeyStore;
import fi.vastine.core.key.Guard;
import fi.vastine.core.key.GuardedKeys;
import fi.vastine.core.key.KeyFolder;
import fi.vastine.core.key.Passphrase;
import fi.vastine.core.key.Pin;
import fi.vastine.core.key.PinRule;
import fi.vastine.desktop.fx.SameThreadBackground;
import fi.vastine.desktop.settings.PinViewModel.Standing;
import fi.vastine.desktop.text.Texts;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person's own PIN in the settings, over real keys. */
class PinTest {
    @TempDir
    private Path folder;

    private final SameThreadBackground background = new SameThreadBackground();

    @Test
    void aPinIsChosenChangedAndRemoved() {
        PinViewModel pin = model(keys().open(), PinRule.ALLOWED);
        assertThat(pin.standing().get()).isEqualTo(Standing.NONE);

        choose(pin, "4096", "4096");
        assertThat(pin.standing().get()).isEqualTo(Standing.CHOSEN);
        assertThat(pin.saidKey().get()).isEqualTo("settings.pin-kept");
        assertThat(pin.typed().get() + pin.again().get()).isEmpty();
        keys().open(new Pin("4096")).close();

        choose(pin, "90210", "90210");
        keys().open(new Pin("90210")).close();

        pin.remove();
        assertThat(pin.standing().get()).isEqualTo(Standing.NONE);
        assertThat(pin.saidKey().get()).isEqualTo("settings.pin-removed");
    }

    @Test
    void whatIsTooEasyTooShortOrNotTypedTwiceAlikeIsRefusedInWords() {
        PinViewModel pin = model(keys().open(), PinRule.ALLOWED);

        choose(pin, "409", "409");
        assertThat(said(pin)).contains("4–8");
        choose(pin, "1111", "1111");
        assertThat(said(pin)).contains("liian helppo");
        choose(pin, "4096", "4069");
        assertThat(said(pin)).contains("eivät ole samat");

        assertThat(pin.standing().get()).isEqualTo(Standing.NONE);
        assertThat(pin.typed().get()).isEqualTo("4096");
    }

    @Test
    void whereAPassphraseGuardsOrTheOrganisationSwitchedPinsOffItIsSaidWhy() {
        GuardedKeys guarded = keys().open();
        assertThat(model(guarded, PinRule.OFF).standing().get()).isEqualTo(Standing.SWITCHED_OFF);

        guarded.guardBy(new Passphrase("kolme kissaa kattoi kuuta"));

        assertThat(model(guarded, PinRule.ALLOWED).standing().get()).isEqualTo(Standing.PASSPHRASE);
        assertThat(Standing.PASSPHRASE.mayChoose()).isFalse();
        assertThat(Standing.SWITCHED_OFF.mayChoose()).isFalse();
    }

    private static void choose(PinViewModel pin, String typed, String again) {
        pin.typed().set(typed);
        pin.again().set(again);
        pin.choose();
    }

    private static String said(PinViewModel pin) {
        return new Texts(Language.FI).text(pin.saidKey().get());
    }

    private PinViewModel model(GuardedKeys keys, PinRule rule) {
        var model = new PinViewModel(keys, rule, background);
        model.look();
        return model;
    }

    private KeyFolder keys() {
        return new KeyFolder(
                folder.resolve("keys"),
                new FolderKeyStore(folder.resolve("store")),
                Guard.KEY_STORE,
                new Json(),
                Instant::now);
    }
}
