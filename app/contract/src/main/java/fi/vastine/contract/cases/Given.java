package fi.vastine.contract.cases;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was answered to one item of a form; each scale is a type of its own, so that none is ever taken for another. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(Given.Step.class),
    @JsonSubTypes.Type(Given.Recommendation.class),
    @JsonSubTypes.Type(Given.ThreeFaces.class),
    @JsonSubTypes.Type(Given.Chosen.class),
    @JsonSubTypes.Type(Given.WholeNumber.class),
    @JsonSubTypes.Type(Given.Words.class),
    @JsonSubTypes.Type(Given.YesNo.class),
})
public sealed interface Given {

    /**
     * A statement, answered.
     *
     * @param score 1 (fully disagree) to 5 (fully agree); absent for "does not concern me"
     */
    @JsonTypeName("step")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Step(@Nullable Integer score) implements Given {
        public Step {
            if (score != null && (score < 1 || score > 5)) {
                throw new IllegalArgumentException("a score is 1 to 5");
            }
        }
    }

    /** How likely one would recommend, 0 to 10. */
    @JsonTypeName("recommendation")
    record Recommendation(int score) implements Given {
        public Recommendation {
            if (score < 0 || score > 10) {
                throw new IllegalArgumentException("a recommendation is 0 to 10");
            }
        }
    }

    /** One of three faces: 1 sad, 2 neutral, 3 glad. */
    @JsonTypeName("three-faces")
    record ThreeFaces(int value) implements Given {
        public ThreeFaces {
            if (value < 1 || value > 3) {
                throw new IllegalArgumentException("a face of three is 1 to 3");
            }
        }
    }

    /** The codes of the options chosen, in the order of the form. */
    @JsonTypeName("chosen")
    record Chosen(List<String> codes) implements Given {
        public Chosen {
            codes = Lists.copy(codes);
        }
    }

    @JsonTypeName("number")
    record WholeNumber(int value) implements Given {}

    /** The customer's own words. */
    @JsonTypeName("words")
    record Words(String text) implements Given {}

    @JsonTypeName("yes-no")
    record YesNo(boolean yes) implements Given {}
}
