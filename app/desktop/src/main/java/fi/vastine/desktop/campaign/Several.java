package fi.vastine.desktop.campaign;

import fi.vastine.desktop.control.Chooser;
import fi.vastine.desktop.control.Icons;
import fi.vastine.desktop.text.Texts;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * Several of a list: each is found by typing and becomes a chip, which takes it away again.
 *
 * @param <T> what is chosen
 */
final class Several<T> extends VBox {
    private final ObservableList<T> chosen;
    private final Chooser<T> chooser;
    private final Function<T, String> name;
    private final Predicate<T> fits;
    private final Texts texts;
    private final FlowPane chips = new FlowPane();

    /**
     * @param name what is on its chip
     * @param fits whether it may stay; of one that may not, the chip says so by its look
     * @param add takes what was picked, which can be more than one at once
     */
    Several(
            ObservableList<T> chosen,
            Chooser<T> chooser,
            Function<T, String> name,
            Predicate<T> fits,
            Consumer<T> add,
            Texts texts) {
        this.chosen = chosen;
        this.chooser = chooser;
        this.name = name;
        this.fits = fits;
        this.texts = texts;
        chips.getStyleClass().add("campaign-chips");
        chooser.onPick(picked -> {
            add.accept(picked);
            chooser.clear();
        });
        chosen.addListener((ListChangeListener<T>) ignored -> show());
        show();
        getChildren().setAll(chips, chooser);
    }

    /** Shows each by the name it has now, and whether it fits now. */
    void show() {
        chips.getChildren().setAll(chosen.stream().map(this::chip).toList());
        chips.setVisible(!chosen.isEmpty());
        chips.setManaged(!chosen.isEmpty());
    }

    @Override
    public void requestFocus() {
        chooser.requestFocus();
    }

    private Button chip(T one) {
        String words = name.apply(one);
        Button chip = new Button(words, Icons.of(Feather.X));
        chip.setAccessibleText(texts.text("campaign.remove", words));
        chip.getStyleClass().addAll("chip", "chip-button");
        if (!fits.test(one)) {
            chip.getStyleClass().add("soon");
        }
        chip.setWrapText(true);
        chip.setOnAction(event -> {
            chosen.remove(one);
            requestFocus();
        });
        return chip;
    }
}
