package fi.vastine.core.outbox;

import fi.vastine.contract.id.CaseId;
import java.util.Map;

/**
 * What is half written about a case beside its reply, as it was at the last pause in writing.
 *
 * @param texts what stands in each field that is not empty, by the field's name
 */
public record KeptJottings(CaseId caseId, Map<String, String> texts) {
    public KeptJottings {
        texts = texts == null ? Map.of() : Map.copyOf(texts);
    }
}
