package fi.vastine.desktop.settings;

import fi.vastine.core.http.ProgramVersion;
import fi.vastine.desktop.text.Texts;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.VBox;

/** The version of the program, a newer one if there is one, and a button that copies what helps those who help. */
public final class AboutSection extends VBox {

    /**
     * Makes the section.
     *
     * @param look asked on the screen's thread for what then looks elsewhere
     */
    public AboutSection(AboutViewModel about, Texts texts, Supplier<Supplier<String>> look) {
        getStyleClass().add("settings-question");
        setId("settings-about");
        Label name = new Label();
        name.textProperty().bind(texts.live("about.name"));
        name.getStyleClass().add("strong");
        Label news = Sentences.plain(about.newsInFull(texts));
        news.setId("settings-news");
        TextField address = new TextField();
        address.setId("settings-news-address");
        address.setEditable(false);
        address.textProperty().bind(about.address());
        address.accessibleTextProperty().bind(texts.live("about.address"));
        address.visibleProperty().bind(address.textProperty().isNotEmpty());
        address.managedProperty().bind(address.visibleProperty());
        Button copy = new Button();
        copy.setId("settings-diagnose");
        copy.textProperty().bind(texts.live("about.copy"));
        copy.setOnAction(ignored -> about.diagnose(look.get(), AboutSection::copy));
        getChildren()
                .setAll(
                        name,
                        Sentences.plain(texts.live("about.version", ProgramVersion.OF_THIS)),
                        Sentences.shownIfAny(news),
                        address,
                        Sentences.quiet(texts.live("about.copy-help")),
                        copy,
                        Sentences.live("settings-about-said", about.saidKey(), texts));
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
