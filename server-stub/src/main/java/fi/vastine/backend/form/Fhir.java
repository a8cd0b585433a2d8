package fi.vastine.backend.form;

import java.util.regex.Pattern;

/** The names by which FHIR, and this program where FHIR has none, call what a form is made of. */
final class Fhir {
    static final String TRANSLATION = "http://hl7.org/fhir/StructureDefinition/translation";
    static final String LEAST = "http://hl7.org/fhir/StructureDefinition/minValue";
    static final String MOST = "http://hl7.org/fhir/StructureDefinition/maxValue";
    static final String IMAGE = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-itemMedia";

    static final String OFFICIAL = "urn:vastine:official-wording";
    static final String REPHRASING = "urn:vastine:rephrasing";
    static final String SYMBOL = "urn:vastine:symbol";
    static final String AUDIENCE = "urn:vastine:audience";

    static final String ANSWERED_BY = "urn:vastine:answered-by";
    static final String HELPER = "urn:vastine:helper";
    static final String ASSENT = "urn:vastine:assent";
    static final String REMARK = "urn:vastine:helper-remark";
    static final String UNIT = "urn:vastine:unit";
    static final String CHANNEL = "urn:vastine:channel";

    /** What an item is, where its type says too little. */
    static final String ITEM = "urn:vastine:item";

    static final String STATEMENT = "statement-";
    static final String RECOMMENDATION = "recommendation";
    static final String FACES = "three-faces";
    static final String COMMENT = "comment";

    /** The steps of a statement, {@code 1} to {@code 5} and {@link #NOT_CONCERNED}. */
    static final String AGREEMENT = "urn:vastine:agreement";

    static final String NOT_CONCERNED = "na";

    /** The three faces, {@code 1} to {@code 3}. */
    static final String THREE_FACES = "urn:vastine:three-faces";

    static final Pattern ID = Pattern.compile("[A-Za-z0-9.-]{1,48}");
    static final Pattern VERSION = Pattern.compile("[A-Za-z0-9.-]{1,15}");

    private Fhir() {}
}
