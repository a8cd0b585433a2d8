package fi.vastine.core.cases;

import fi.vastine.contract.form.Form;
import fi.vastine.contract.id.CampaignId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.ThemeId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.reference.Campaign;
import fi.vastine.contract.reference.DueRule;
import fi.vastine.contract.reference.Person;
import fi.vastine.contract.reference.Response;
import fi.vastine.contract.reference.Template;
import fi.vastine.contract.reference.Theme;
import fi.vastine.contract.reference.Unit;
import fi.vastine.core.json.Json;
import fi.vastine.core.replica.Document;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The reference documents held, each replaced whole by its id. Not thread safe. */
final class Documents {
    private final Json json;
    private final Map<UnitId, Unit> units = new HashMap<>();
    private final Map<PersonId, Person> people = new HashMap<>();
    private final Map<ThemeId, Theme> themes = new HashMap<>();
    private final Map<String, Template> templates = new TreeMap<>();
    private final Map<String, DueRule> rules = new TreeMap<>();
    private final Map<String, Form> forms = new TreeMap<>();
    private final Map<String, Campaign> campaigns = new TreeMap<>();
    private final Map<CampaignId, Map<UnitId, Integer>> responses = new HashMap<>();

    Documents(Json json) {
        this.json = json;
    }

    /** Takes documents in; tells whether there were any. A kind that is not known is passed over. */
    boolean take(List<Document> documents) {
        documents.forEach(this::take);
        return !documents.isEmpty();
    }

    void clear() {
        units.clear();
        people.clear();
        themes.clear();
        templates.clear();
        rules.clear();
        forms.clear();
        campaigns.clear();
        responses.clear();
    }

    Reference reference() {
        return new Reference(
                units,
                people,
                themes,
                List.copyOf(templates.values()),
                List.copyOf(rules.values()),
                new Forms(List.copyOf(forms.values())),
                List.copyOf(campaigns.values()));
    }

    /** What the backend has counted. */
    Responses responses() {
        return new Responses(responses);
    }

    private void take(Document document) {
        switch (document.kind()) {
            case "unit" -> {
                Unit unit = json.read(document.body(), Unit.class);
                units.put(unit.id(), unit);
            }
            case "person" -> {
                Person person = json.read(document.body(), Person.class);
                people.put(person.id(), person);
            }
            case "theme" -> {
                Theme theme = json.read(document.body(), Theme.class);
                themes.put(theme.id(), theme);
            }
            case "template" -> templates.put(document.id(), json.read(document.body(), Template.class));
            case "rule" -> rules.put(document.id(), json.read(document.body(), DueRule.class));
            case "form" -> forms.put(document.id(), json.read(document.body(), Form.class));
            case "campaign" -> campaigns.put(document.id(), json.read(document.body(), Campaign.class));
            case "response" -> {
                Response response = json.read(document.body(), Response.class);
                responses.put(response.campaign(), response.answers());
            }
            default -> {
                // A newer backend's kind, kept in the replica for a newer program.
            }
        }
    }
}
