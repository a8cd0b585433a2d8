/**
 * Forms and answers as other systems exchange them: HL7 FHIR R4 {@code Questionnaire} in, {@code QuestionnaireResponse} out.
 *
 * <p>What of FHIR the program cannot ask as it is meant is refused with the item's linkId; nothing is left out in silence. What a form
 * is, and which answer fits, is in {@code fi.vastine.contract.form}.
 */
@NullMarked
package fi.vastine.backend.form;

import org.jspecify.annotations.NullMarked;
