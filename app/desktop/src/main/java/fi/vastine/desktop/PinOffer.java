package fi.vastine.desktop;

import fi.vastine.core.key.PinRule;
import fi.vastine.core.session.Session;
import fi.vastine.desktop.fx.Background;
import fi.vastine.desktop.fx.Lane;
import fi.vastine.desktop.settings.PinViewModel;
import fi.vastine.desktop.shell.ShellViewModel;
import fi.vastine.desktop.shell.Trouble;

/** Offers a PIN to whoever shares the laptop and has none: once, and never in the way. */
final class PinOffer {
    private static final String KEY = "settings.pin-offer";

    private final PinViewModel pin;
    private final ShellViewModel shell;

    PinOffer(PinViewModel pin, ShellViewModel shell) {
        this.pin = pin;
        this.shell = shell;
    }

    void makeOnce(Session session, Policy policy, Background background) {
        if (policy.pins() == PinRule.OFF) {
            return;
        }
        background.run(Lane.WRITE, session::offersPin, offers -> {
            if (offers) {
                shell.show(Trouble.offer(KEY, new Trouble.Remedy("settings.pin-offer-do", this::take)));
            }
        });
        pin.standing().subscribe(now -> {
            if (now == PinViewModel.Standing.CHOSEN) {
                shell.solved(KEY);
            }
        });
    }

    private void take() {
        pin.wished().set(true);
        shell.open("settings");
    }
}
