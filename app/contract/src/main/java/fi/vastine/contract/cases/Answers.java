package fi.vastine.contract.cases;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a customer answered besides their own words.
 *
 * @param recommendation 0 to 10, "how likely would you recommend"; absent when not answered
 * @param face an answer by faces, on its own scale
 * @param form the form and its version, such as {@code national/2}; absent where there was none
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Answers(
        List<StatementAnswer> statements,
        @Nullable Integer recommendation,
        @Nullable Face face,
        @Nullable String form) {
    public static final Answers NONE = new Answers(List.of(), null, null, null);

    public Answers {
        statements = Lists.copy(statements);
        if (recommendation != null && (recommendation < 0 || recommendation > 10)) {
            throw new IllegalArgumentException("a recommendation is 0 to 10");
        }
    }
}
