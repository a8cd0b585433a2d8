package fi.vastine.desktop.interview;

import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.reference.Campaign;
import fi.vastine.core.session.Campaigns.Share;
import fi.vastine.desktop.control.Icons;
import fi.vastine.desktop.text.Texts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The campaigns that run today, before anything else: one click chooses form and unit, and the count is seen beside the target. */
final class CampaignOffer extends VBox {
    private final NextCustomer next;
    private final Texts texts;
    private final Label heading = new Label();
    private final Label count = new Label();
    private Map<UnitId, Integer> today = Map.of();

    CampaignOffer(NextCustomer next, Texts texts) {
        this.next = next;
        this.texts = texts;
        heading.getStyleClass().add("strong");
        count.setId("interview-campaign-count");
        count.getStyleClass().add("muted");
        count.setWrapText(true);
        getStyleClass().add("interview-who");
        List.of(next.unit(), next.form(), next.share()).forEach(each -> each.addListener(ignored -> draw()));
        next.campaigns().addListener((Observable ignored) -> draw());
        texts.language().subscribe(ignored -> draw());
    }

    /** Shows how many there were today, by unit. */
    void show(Map<UnitId, Integer> counted) {
        today = counted;
        next.count();
        draw();
    }

    private void draw() {
        List<Campaign> campaigns = List.copyOf(next.campaigns());
        setVisible(!campaigns.isEmpty());
        setManaged(!campaigns.isEmpty());
        heading.setText(texts.text("interview.campaign"));
        boolean focused = isFocusWithin();
        getChildren().setAll(heading);
        campaigns.forEach(each -> getChildren().add(button(each)));
        Optional<Campaign> taken = next.taken();
        UnitId unit = next.unit().get();
        Share share = next.share().get();
        if (taken.isPresent() && unit != null && share != null) {
            int target = taken.get().target();
            count.setText(texts.text(
                    target == 0 ? "interview.campaign-count" : "interview.campaign-target",
                    share.own(),
                    share.all(),
                    today.getOrDefault(unit, 0),
                    target));
            getChildren().add(count);
        }
        if (focused && getChildren().size() > 1) {
            getChildren().get(1).requestFocus();
        }
    }

    private Button button(Campaign campaign) {
        List<UnitId> hers = next.unitsOf(campaign);
        boolean chosen = next.taken().filter(campaign::equals).isPresent();
        UnitId unit = next.unit().get();
        String where = chosen && unit != null
                ? next.unitName(unit)
                : hers.size() == 1 ? next.unitName(hers.getFirst()) : texts.text("campaign.units", hers.size());
        Button button = new Button(
                texts.text("interview.campaign-about", campaign.name(), next.formTitle(campaign), where),
                Icons.of(chosen ? Feather.CHECK : Feather.CALENDAR));
        button.setId("interview-campaign-" + next.campaigns().indexOf(campaign));
        button.setWrapText(true);
        button.setAccessibleText(texts.text("interview.campaign-choose", button.getText()));
        button.setOnAction(event -> next.take(campaign));
        button.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                event.consume();
                next.take(campaign);
            }
        });
        return button;
    }
}
