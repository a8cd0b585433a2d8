package fi.vastine.contract.cases;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One of THL's national statements, answered.
 *
 * @param statement the number of the statement in the national set, 1 to 7
 * @param score 1 (fully disagree) to 5 (fully agree); absent when the customer said that it does not concern them,
 *     which never counts in a mean
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StatementAnswer(int statement, @Nullable Integer score) {
    public StatementAnswer {
        if (statement < 1 || statement > 7) {
            throw new IllegalArgumentException("a statement is 1 to 7");
        }
        if (score != null && (score < 1 || score > 5)) {
            throw new IllegalArgumentException("a score is 1 to 5");
        }
    }
}
