package fi.vastine.backend.form;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fi.vastine.contract.cases.Answers;
import fi.vastine.contract.cases.FaceScale;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.cases.Given;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.cases.StatementAnswer;
import fi.vastine.contract.cases.Support;
import fi.vastine.contract.form.FilledForm;
import fi.vastine.contract.form.Form;
import fi.vastine.contract.form.FormItem;
import fi.vastine.contract.form.ItemKind;
import fi.vastine.contract.text.IdentityCodes;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a customer answered as a FHIR R4 {@code QuestionnaireResponse}; personal identity codes are masked.
 *
 * <p>Where the form is not known, or is not the one that was answered, the answers stand under their own labels and no form is
 * named: nothing is left out for that.
 */
final class ResponseWriter {
    private static final String FORM = "urn:vastine:form";
    private static final String FIVE_FACES = "urn:vastine:five-faces";

    private final FeedbackCase feedback;
    private final Answers answers;
    private final String comment;
    private final Language language;

    private ResponseWriter(FeedbackCase feedback) {
        this.feedback = feedback;
        this.answers = feedback.origin().answers();
        this.comment = feedback.feedback().text();
        this.language = feedback.origin().language();
    }

    static ObjectNode response(FeedbackCase feedback, @Nullable Form form) {
        return new ResponseWriter(feedback).write(form);
    }

    private ObjectNode write(@Nullable Form form) {
        ObjectNode response = JsonNodeFactory.instance.objectNode();
        response.put("resourceType", "QuestionnaireResponse");
        response.put("id", feedback.id().toString());
        response.put("language", code(language));
        ArrayNode extensions = response.putArray("extension");
        extension(extensions, Fhir.UNIT).put("valueCode", feedback.unit().value());
        extension(extensions, Fhir.CHANNEL)
                .put("valueCode", code(feedback.origin().channel()));
        support(extensions);
        boolean byForm = form != null && FilledForm.fits(form, answers, comment);
        if (form != null && byForm) {
            response.put("questionnaire", form.url() + "|" + form.version());
        } else if (answers.form() != null) {
            extension(extensions, FORM).put("valueString", answers.form());
        }
        response.put("status", "completed");
        response.put("authored", feedback.feedback().at().toString());
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        if (form != null && byForm) {
            FilledForm filled = FilledForm.of(form, answers, comment);
            put(items, form.items(), filled, filled.open());
        } else {
            putByLabels(items);
        }
        if (!items.isEmpty()) {
            response.set("item", items);
        }
        return response;
    }

    private void support(ArrayNode extensions) {
        Support support = answers.support();
        if (support == null) {
            return;
        }
        extension(extensions, Fhir.ANSWERED_BY).put("valueCode", code(support.answeredBy()));
        if (support.helper() != null) {
            extension(extensions, Fhir.HELPER).put("valueCode", code(support.helper()));
        }
        extension(extensions, Fhir.ASSENT).put("valueBoolean", support.assent());
        if (support.remark() != null && !support.remark().isBlank()) {
            extension(extensions, Fhir.REMARK).put("valueString", IdentityCodes.masked(support.remark()));
        }
    }

    /** Without texts: a validator takes only those of the form's first language, and the form has them all. */
    private static void put(ArrayNode into, List<FormItem> items, FilledForm filled, List<FormItem> open) {
        for (FormItem item : items) {
            if (item.kind() instanceof ItemKind.Group group) {
                ArrayNode below = JsonNodeFactory.instance.arrayNode();
                put(below, group.items(), filled, open);
                if (!below.isEmpty()) {
                    item(into, item.linkId(), null).set("item", below);
                }
            } else if (open.contains(item)) {
                filled.answer(item.linkId()).ifPresent(given -> answer(item(into, item.linkId(), null), given));
            }
        }
    }

    private void putByLabels(ArrayNode into) {
        for (StatementAnswer each : answers.statements()) {
            answer(item(into, Fhir.STATEMENT + each.statement(), null), new Given.Step(each.score()));
        }
        if (answers.recommendation() != null) {
            answer(item(into, Fhir.RECOMMENDATION, null), new Given.Recommendation(answers.recommendation()));
        }
        if (answers.face() != null) {
            // Each scale under a name of its own: nobody who reads this can take one for the other.
            boolean three = answers.face().scale() == FaceScale.THREE;
            ObjectNode coding = item(into, three ? "face-of-three" : "face-of-five", null)
                    .putArray("answer")
                    .addObject()
                    .putObject("valueCoding");
            coding.put("system", three ? Fhir.THREE_FACES : FIVE_FACES);
            coding.put("code", String.valueOf(answers.face().value()));
        }
        answers.items().forEach(each -> answer(item(into, each.linkId(), each.asked()), each.given()));
        if (!comment.isBlank()
                && answers.items().stream().noneMatch(each -> each.linkId().equals(Fhir.COMMENT))) {
            answer(item(into, Fhir.COMMENT, null), new Given.Words(comment));
        }
    }

    private static void answer(ObjectNode item, Given given) {
        ArrayNode all = item.putArray("answer");
        switch (given) {
            case Given.Step step ->
                Codes.put(
                        all.addObject().putObject("valueCoding"),
                        Fhir.AGREEMENT + "|" + (step.score() == null ? Fhir.NOT_CONCERNED : step.score()));
            case Given.Recommendation likely -> all.addObject().put("valueInteger", likely.score());
            case Given.ThreeFaces face ->
                Codes.put(all.addObject().putObject("valueCoding"), Fhir.THREE_FACES + "|" + face.value());
            case Given.Chosen chosen ->
                chosen.codes().forEach(code -> Codes.put(all.addObject().putObject("valueCoding"), code));
            case Given.WholeNumber whole -> all.addObject().put("valueInteger", whole.value());
            case Given.Words words -> all.addObject().put("valueString", IdentityCodes.masked(words.text()));
            case Given.YesNo yesNo -> all.addObject().put("valueBoolean", yesNo.yes());
        }
    }

    private static ObjectNode item(ArrayNode into, String linkId, @Nullable String text) {
        ObjectNode item = into.addObject().put("linkId", linkId);
        return text == null || text.isBlank() ? item : item.put("text", text);
    }

    private static ObjectNode extension(ArrayNode extensions, String url) {
        return extensions.addObject().put("url", url);
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
