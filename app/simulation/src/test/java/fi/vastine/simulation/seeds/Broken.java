package fi.vastine.simulation.seeds;

/**
 * A promise that was not kept.
 *
 * @param how in a sentence
 */
record Broken(Promise promise, String how) {
    /** What was promised. */
    enum Promise {
        /** The program does not fail in a way nobody thought of. */
        NO_FAILURE,
        /** Once all troubles have ended, nothing is left to be done. */
        COMES_TO_AN_END,
        ONE_OUTCOME_A_COMMAND,
        NO_WORD_IS_LOST,
        NO_DRAFT_IS_LOST,
        A_REPLY_LEAVES_ONCE,
        FEEDBACK_IS_THERE_ONCE,
        HOLDS_ALL_IT_MAY,
        HOLDS_NOTHING_ELSE,
        HOLDS_IT_AS_IT_IS,
        SHOWS_WHAT_IT_HOLDS,
        /** In no row, no command, no draft, no page of a file; and each laptop has said so. */
        WHAT_IS_ERASED_IS_NOWHERE,
        /** On no laptop and in no count. */
        WHAT_IS_WITHDRAWN_WAS_NEVER_THERE,
        /** And no other. */
        A_BLOCKED_LAPTOP_IS_WIPED,
        SHOWS_NOTHING_PAST_ITS_LEASE,
        /** At every moment: what is not confirmed is told, and nothing else is. */
        TELLS_WHAT_WAITS,
        /** What is downloaded anew because a checksum differed hides a fault. */
        NEEDS_NO_HEALING
    }

    @Override
    public String toString() {
        return promise + ": " + how;
    }
}
