package fi.vastine.backend.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fi.vastine.contract.cases.Given;
import java.util.List;

/** Codings as the tokens that an option is kept by: {@code system|code}, or the code alone where there is no system. */
final class Codes {
    private Codes() {}

    static String token(JsonNode coding) {
        String code = coding.path("code").asText();
        return coding.has("system") ? coding.path("system").asText() + "|" + code : code;
    }

    static void put(ObjectNode coding, String token) {
        int bar = token.lastIndexOf('|');
        if (bar >= 0) {
            coding.put("system", token.substring(0, bar));
        }
        coding.put("code", token.substring(bar + 1));
    }

    /** The answer that a coding is to an item; throws {@link IllegalArgumentException} for a step outside of its scale. */
    static Given given(String itemCode, JsonNode coding) {
        String code = coding.path("code").asText();
        if (itemCode.startsWith(Fhir.STATEMENT)) {
            return new Given.Step(code.equals(Fhir.NOT_CONCERNED) ? null : Integer.valueOf(code));
        }
        return itemCode.equals(Fhir.FACES)
                ? new Given.ThreeFaces(Integer.parseInt(code))
                : new Given.Chosen(List.of(token(coding)));
    }
}
