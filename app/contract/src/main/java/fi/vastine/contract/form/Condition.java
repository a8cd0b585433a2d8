package fi.vastine.contract.form;

import fi.vastine.contract.cases.Given;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What must have been answered to another item.
 *
 * @param question the other item's linkId
 * @param than what its answer is compared with; for {@code EXISTS}, yes or no
 */
public record Condition(String question, Test test, Given than) {

    /** How an answer is compared. */
    public enum Test {
        EXISTS,
        EQUAL,
        NOT_EQUAL,
        GREATER,
        LESS,
        AT_LEAST,
        AT_MOST
    }

    /** Whether the other item's answer is such; without an answer only "there is none" holds. */
    boolean holds(@Nullable Given answer) {
        if (test == Test.EXISTS) {
            return new Given.YesNo(answer != null).equals(than);
        }
        if (answer == null) {
            return false;
        }
        return switch (test) {
            case EXISTS -> true;
            case EQUAL -> isSame(answer);
            case NOT_EQUAL -> !isSame(answer);
            case GREATER -> compared(answer).orElse(-1) > 0;
            case LESS -> compared(answer).orElse(1) < 0;
            case AT_LEAST -> compared(answer).orElse(-1) >= 0;
            case AT_MOST -> compared(answer).orElse(1) <= 0;
        };
    }

    /** Whether the other item could ever be answered by what it is compared with. */
    boolean fits(FormItem other) {
        boolean ordered = test != Test.EXISTS && test != Test.EQUAL && test != Test.NOT_EQUAL;
        if (test == Test.EXISTS) {
            return than instanceof Given.YesNo && other.asks();
        }
        return other.fits(than) && (!ordered || number(than).isPresent());
    }

    private boolean isSame(Given answer) {
        if (answer instanceof Given.Chosen chosen && than instanceof Given.Chosen wanted) {
            return chosen.codes().containsAll(wanted.codes());
        }
        return answer.equals(than);
    }

    /** As a comparator says; empty for what has no order, such as "does not concern me". */
    private OptionalInt compared(Given answer) {
        OptionalInt one = number(answer);
        OptionalInt other = number(than);
        return one.isPresent() && other.isPresent()
                ? OptionalInt.of(Integer.compare(one.getAsInt(), other.getAsInt()))
                : OptionalInt.empty();
    }

    private static OptionalInt number(Given given) {
        return switch (given) {
            case Given.Step step -> step.score() == null ? OptionalInt.empty() : OptionalInt.of(step.score());
            case Given.Recommendation recommendation -> OptionalInt.of(recommendation.score());
            case Given.ThreeFaces face -> OptionalInt.of(face.value());
            case Given.WholeNumber whole -> OptionalInt.of(whole.value());
            case Given.Chosen ignored -> OptionalInt.empty();
            case Given.Words ignored -> OptionalInt.empty();
            case Given.YesNo ignored -> OptionalInt.empty();
        };
    }
}
