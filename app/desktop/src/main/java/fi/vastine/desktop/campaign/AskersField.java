package fi.vastine.desktop.campaign;

import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.desktop.control.Chooser;
import fi.vastine.desktop.text.Texts;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Who asks in a campaign: collectors of its units on its days, or, while nobody is named, whoever may enter there. */
final class AskersField extends VBox {
    private final Planning planning;
    private final CampaignsViewModel model;
    private final Texts texts;
    private final Chooser<PersonId> chooser;
    private final Several<PersonId> several;
    private final Label help = new Label();
    private final Label nobody = new Label();

    AskersField(Planning planning, CampaignsViewModel model, Texts texts) {
        this.planning = planning;
        this.model = model;
        this.texts = texts;
        chooser = new Chooser<>(List.of(), model::personName, texts.live("campaign.find-person"));
        chooser.setId("campaign-askers");
        chooser.managedProperty().bind(chooser.visibleProperty());
        several = new Several<>(
                planning.collectors(),
                chooser,
                this::named,
                planning::canCollect,
                person -> planning.collectors().add(person),
                texts);
        help.setId("campaign-askers-help");
        help.setWrapText(true);
        help.getStyleClass().addAll("muted", "small");
        nobody.setId("campaign-nobody-in");
        nobody.setWrapText(true);
        nobody.getStyleClass().addAll("soon", "small");
        nobody.managedProperty().bind(nobody.visibleProperty());
        getChildren().setAll(several, nobody, help);
        planning.changes().subscribe(ignored -> show());
        texts.language().subscribe(ignored -> show());
    }

    @Override
    public void requestFocus() {
        several.requestFocus();
    }

    private String named(PersonId person) {
        String name = model.personName(person);
        return planning.canCollect(person) ? name : texts.text("campaign.cannot-collect-here", name);
    }

    private void show() {
        List<PersonId> possible = model.collectors(planning);
        List<PersonId> open = possible.stream()
                .filter(each -> !planning.collectors().contains(each))
                .toList();
        // A name that was clicked goes, and its list with it: the focus goes on where the next one is typed.
        chooser.offer(open);
        chooser.setVisible(!open.isEmpty());
        several.show();
        List<UnitId> without = planning.unitsWithoutAsker();
        nobody.setVisible(!without.isEmpty());
        nobody.setText(texts.text(
                "campaign.nobody-in", without.stream().map(model::unitName).collect(Collectors.joining(", "))));
        help.setText(texts.text(
                !planning.collectors().isEmpty()
                        ? "campaign.only-they"
                        : planning.units().isEmpty()
                                ? "campaign.units-first"
                                : possible.isEmpty() ? "campaign.no-collectors" : "campaign.everyone"));
    }
}
