package fi.vastine.desktop.syncfoot;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.contract.cases.Language;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.CommandId;
import fi.vastine.contract.id.NoteId;
import fi.vastine.core.session.Connection;
import fi.vastine.core.session.Progress;
import fi.vastine.core.session.SyncState;
import fi.vastine.core.session.Waiting;
import fi.vastine.desktop.fx.SameThreadBackground;
import fi.vastine.desktop.shell.Notices;
import fi.vastine.desktop.shell.ShellViewModel;
import fi.vastine.desktop.text.Texts;
import fi.vastine.desktop.text.Times;
import fi.vastine.desktop.theme.Theme;
import fi.vastine.desktop.ui.UiDriver;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SyncFootTest {

    private static final Instant NOW = Instant.parse("2026-11-23T06:42:00Z");

    private final Texts texts = new Texts(Language.FI);
    private final Times times = new Times(texts, Clock.fixed(NOW, ZoneId.of("Europe/Helsinki")));
    private final SyncFootViewModel foot = new SyncFootViewModel(texts, times);

    private static List<Waiting> waiting(int count) {
        return IntStream.range(0, count).mapToObj(SyncFootTest::note).toList();
    }

    private static Waiting note(int number) {
        UUID id = new UUID(0, number);
        return new Waiting(
                new CommandId(id),
                new CaseId(id),
                new Command.AddNote(new NoteId(id), "Soitettu."),
                NOW.minusSeconds(180),
                number == 0 ? "SERVER_TROUBLE" : null);
    }

    private String told(Connection connection, @Nullable Instant updatedAt, int waiting) {
        foot.state().set(new SyncState(connection, updatedAt, waiting(waiting), null));
        return foot.headline().getValue() + " | " + foot.detail().getValue();
    }

    @Test
    void footTellsHowTheLaptopStandsAndWhatWaits() {
        assertThat(told(Connection.ONLINE, NOW, 0)).isEqualTo("Päivitetty klo 8.42 | Kaikki lähetetty");
        assertThat(told(Connection.ONLINE, NOW, 1))
                .isEqualTo("Päivitetty klo 8.42 | 1 odottaa lähetystä, tallessa tällä koneella");
        assertThat(told(Connection.OFFLINE, NOW, 0)).isEqualTo("Ei verkkoa | Tiedot klo 8.42");
        assertThat(told(Connection.OFFLINE, NOW, 3))
                .isEqualTo("Ei verkkoa | Tiedot klo 8.42 · 3 odottaa lähetystä, tallessa tällä koneella");
    }

    @ParameterizedTest
    @EnumSource(Connection.class)
    void allSentIsNeverSaidBeforeTheBackendHasAnswered(Connection connection) {
        assertThat(told(connection, null, 0)).doesNotContain("Kaikki lähetetty");
        assertThat(told(connection, NOW, 2)).doesNotContain("Kaikki lähetetty").contains("2 odottaa");
    }

    @Test
    void firstDownloadIsToldInNumbers() {
        foot.state().set(new SyncState(Connection.ONLINE, null, List.of(), new Progress(1200, 12_000)));

        assertThat(foot.headline().getValue()).isEqualTo("Haetaan palautteita, 1\u00a0200 / 12\u00a0000");
    }

    @Test
    void noNumberIsToldBeforeTheBackendHasTold() {
        foot.state().set(new SyncState(Connection.ONLINE, null, List.of(), new Progress(0, 0)));

        assertThat(foot.headline().getValue()).isEqualTo("Haetaan palautteita");
    }

    @ParameterizedTest
    @EnumSource(
            value = Connection.class,
            names = {
                "SIGN_IN_NEEDED",
                "PROXY_PAGE",
                "UNTRUSTED",
                "CERTIFICATE_OUTDATED",
                "SERVER_TROUBLE",
                "TOO_OLD",
                "DEVICE_BLOCKED",
                "DISK_FULL"
            })
    void everyTroubleOfTheConnectionIsSaidAboveTheWorkUntilItIsOver(Connection connection) {
        ShellViewModel shell = new ShellViewModel(texts, new Notices(texts, new SameThreadBackground()));
        ConnectionTroubles troubles = new ConnectionTroubles(shell, () -> {}, () -> {}, () -> {});

        troubles.show(connection);
        assertThat(shell.troubles()).singleElement().satisfies(trouble -> {
            for (Language language : Language.values()) {
                texts.language().set(language);
                assertThat(texts.text(trouble.key())).matches("(?s).{40,} \\(V-\\d{3}\\)");
            }
        });

        troubles.show(Connection.ONLINE);
        assertThat(shell.troubles()).isEmpty();
    }

    @Test
    void clickNamesEachThingThatWaitsItsAgeAndItsLastError() {
        UiDriver.startToolkit();
        UiDriver.onScreen(() -> new Theme(new SimpleObjectProperty<>(ColorScheme.LIGHT)));
        foot.state().set(new SyncState(Connection.OFFLINE, NOW, waiting(2), null));
        try (UiDriver driver = UiDriver.open(() -> {
            BorderPane pane = new BorderPane();
            pane.setBottom(new SyncFootView(foot, texts));
            return pane;
        })) {
            driver.click("sync-foot");

            assertThat(driver.words())
                    .contains(
                            "Odottaa lähetystä",
                            "Muistiinpano",
                            "3 minuuttia sitten",
                            "Viimeisin virhe: SERVER_TROUBLE");
        }
    }
}
