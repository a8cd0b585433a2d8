package fi.vastine.backend.form;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fi.vastine.backend.store.Samples;
import fi.vastine.contract.cases.Answers;
import fi.vastine.contract.cases.Channel;
import fi.vastine.contract.cases.Face;
import fi.vastine.contract.cases.FaceScale;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.cases.FeedbackKind;
import fi.vastine.contract.cases.Given;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.cases.Origin;
import fi.vastine.contract.cases.StatementAnswer;
import fi.vastine.contract.cases.Support;
import fi.vastine.contract.form.FilledForm;
import fi.vastine.contract.form.Form;
import fi.vastine.contract.form.FormItem;
import fi.vastine.contract.form.ItemKind;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.UnitId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Questionnaire;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is shipped and handed out is FHIR R4 as its own validator understands it. One class: the validator takes seconds to start. */
class FhirTest {
    private static final Instant AT = Instant.parse("2026-11-16T12:05:00Z");
    private static FhirValidator validator = FhirContext.forR4().newValidator();

    static Stream<Form> forms() {
        return Forms.shipped().stream();
    }

    @BeforeAll
    static void startValidator() {
        FhirContext fhir = FhirContext.forR4();
        var known = new ValidationSupportChain(
                new DefaultProfileValidationSupport(fhir),
                new CommonCodeSystemsTerminologyService(fhir),
                new InMemoryTerminologyServerValidationSupport(fhir),
                new ShippedQuestionnaires(fhir));
        validator = fhir.newValidator().registerValidatorModule(new FhirInstanceValidator(known));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyShippedFormIsAQuestionnaire(Form form) {
        assertThat(errors(new String(Forms.file(form.id()), StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void answersToEveryShippedFormAreAResponseToIt(Form form) {
        ObjectNode response = ResponseWriter.response(received(filled(form), Language.SV), form);

        assertThat(errors(response.toString())).isEmpty();
        assertThat(response.path("questionnaire").asText()).isEqualTo(form.url() + "|" + form.version());
        assertThat(response.findValuesAsText("linkId"))
                .containsExactlyElementsOf(form.allItems()
                        .filter(FormItem::asks)
                        .map(FormItem::linkId)
                        .toList());
    }

    @Test
    void theValidatorFindsAnAnswerThatIsNoneOfTheForm() {
        Form child = shipped("child");
        ObjectNode response = ResponseWriter.response(received(filled(child), Language.FI), child);
        ((ObjectNode) response.at("/item/0/answer/0/valueCoding")).put("code", "5");

        assertThat(errors(response.toString()))
                .singleElement()
                .asString()
                .contains("not in the set of permitted values");
    }

    @Test
    void answersToAFormThatIsNotKnownStandUnderTheirOwnLabels() {
        FeedbackCase feedback = received(filled(shipped("child")), Language.FI);

        ObjectNode response = ResponseWriter.response(feedback, null);

        assertThat(errors(response.toString())).isEmpty();
        assertThat(response.has("questionnaire")).isFalse();
        assertThat(response.findValuesAsText("text")).contains("Millainen olo sinulla oli täällä?");
        assertThat(response.toString()).contains("child/1", "Kiitos!");
    }

    @Test
    void threeFacesAreNeverHandedOutAsAnotherScale() {
        var three = new Answers(List.of(), null, new Face(FaceScale.THREE, 3), "old/1");
        var five = new Answers(List.of(new StatementAnswer(1, 3)), null, new Face(FaceScale.FIVE, 3), "device/1");

        ObjectNode ofThree = ResponseWriter.response(received(three, "", Language.FI), null);
        ObjectNode ofFive = ResponseWriter.response(received(five, "", Language.FI), null);
        ObjectNode ofItems = ResponseWriter.response(received(filled(shipped("child")), Language.FI), shipped("child"));

        assertThat(ofThree.findValuesAsText("system")).containsOnly("urn:vastine:three-faces");
        assertThat(ofItems.findValuesAsText("system")).containsOnly("urn:vastine:three-faces");
        assertThat(ofFive.findValuesAsText("system"))
                .containsExactlyInAnyOrder("urn:vastine:agreement", "urn:vastine:five-faces");
        assertThat(errors(ofThree.toString())).isEmpty();
        assertThat(errors(ofFive.toString())).isEmpty();
    }

    @Test
    void helpersWordsStandApartFromTheCustomersAndIdentityCodesAreMasked() {
        FilledForm filled =
                FilledForm.empty(shipped("short")).with("comment", new Given.Words("Tunnukseni on 131052-308T."));
        var support = new Support(
                Support.AnsweredBy.SELF_WITH_SUPPORT, Support.HelperRole.SUMMER_WORKER, true, "Väsyi, 131052-308T.");
        FeedbackCase feedback = received(
                filled.with("recommendation", new Given.Recommendation(9)).answers(Language.FI, support),
                filled.comment(),
                Language.FI);

        String response = ResponseWriter.response(feedback, shipped("short")).toString();

        assertThat(response).contains("urn:vastine:helper-remark", "Väsyi", "summer-worker", "self-with-support");
        assertThat(response).doesNotContain("131052-308T");
        assertThat(errors(response)).isEmpty();
    }

    /** The form with an answer to everything that can be opened by answering the first option. */
    private static FilledForm filled(Form form) {
        FilledForm filled = FilledForm.empty(form);
        for (FormItem item : form.allItems().filter(FormItem::asks).toList()) {
            filled = filled.with(item.linkId(), answer(item));
        }
        return filled;
    }

    private static Given answer(FormItem item) {
        return switch (item.kind()) {
            case ItemKind.Statement statement -> new Given.Step(statement.number() == 5 ? null : 2);
            case ItemKind.Recommendation ignored -> new Given.Recommendation(0);
            case ItemKind.ThreeFaces ignored -> new Given.ThreeFaces(2);
            case ItemKind.Choice choice -> {
                // "No" opens the question that follows.
                ItemKind.Option last =
                        choice.options().get(Math.min(2, choice.options().size() - 1));
                yield new Given.Chosen(List.of(last.code()));
            }
            case ItemKind.WholeNumber ignored -> new Given.WholeNumber(1);
            case ItemKind.Words ignored -> new Given.Words("Pimeä käytävä");
            case ItemKind.Comment ignored -> new Given.Words("Kiitos!");
            case ItemKind.YesNo ignored -> new Given.YesNo(false);
            case ItemKind.Display ignored -> throw new AssertionError();
            case ItemKind.Group ignored -> throw new AssertionError();
        };
    }

    private static FeedbackCase received(FilledForm filled, Language language) {
        return received(filled.answers(language, null), filled.comment(), language);
    }

    private static FeedbackCase received(Answers answers, String text, Language language) {
        var origin = new Origin(Channel.SUPPORTED, language, AT, answers, null);
        return Samples.received(
                        new CaseId(new UUID(1, 1)), new UnitId("osasto-1"), origin, FeedbackKind.OTHER, text, null)
                .edit()
                .changeNo(1)
                .done();
    }

    /** Where the validator finds the form that a response names. */
    private record ShippedQuestionnaires(FhirContext fhir) implements IValidationSupport {
        @Override
        public FhirContext getFhirContext() {
            return fhir;
        }

        @Override
        public <T extends IBaseResource> @Nullable T fetchResource(@Nullable Class<T> type, String url) {
            return type != Questionnaire.class
                    ? null
                    : forms().filter(form -> url.equals(form.url() + "|" + form.version()) || url.equals(form.url()))
                            .findFirst()
                            .map(form -> fhir.newJsonParser()
                                    .parseResource(type, new String(Forms.file(form.id()), StandardCharsets.UTF_8)))
                            .orElse(null);
        }
    }

    private static Form shipped(String id) {
        return forms().filter(form -> form.id().equals(id)).findFirst().orElseThrow();
    }

    private static List<String> errors(String resource) {
        return validator.validateWithResult(resource).getMessages().stream()
                .filter(message -> message.getSeverity() == ResultSeverityEnum.ERROR
                        || message.getSeverity() == ResultSeverityEnum.FATAL)
                .map(FhirTest::said)
                .toList();
    }

    private static String said(SingleValidationMessage message) {
        return message.getLocationString() + ": " + message.getMessage();
    }
}
