package fi.vastine.backend.county;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The texts that one unit gets; a text comes again only when the others have been. Not thread safe. */
final class TextSource {
    private static final double OWN_SHARE = 0.78;

    private final Deque<Comment> own;
    private final Deque<Comment> any;

    TextSource(List<Comment> own, List<Comment> any, long seed) {
        this.own = shuffled(own, seed);
        this.any = shuffled(any, seed + 1);
    }

    /** The next text that suits; null if none does. */
    @Nullable
    Comment next(RandomGenerator random, Predicate<Comment> suits) {
        boolean ownFirst = any.isEmpty() || random.nextDouble() < OWN_SHARE;
        Comment first = take(ownFirst ? own : any, suits);
        return first != null ? first : take(ownFirst ? any : own, suits);
    }

    private static @Nullable Comment take(Deque<Comment> texts, Predicate<Comment> suits) {
        for (Iterator<Comment> each = texts.iterator(); each.hasNext(); ) {
            Comment comment = each.next();
            if (suits.test(comment)) {
                each.remove();
                texts.addLast(comment);
                return comment;
            }
        }
        return null;
    }

    private static Deque<Comment> shuffled(List<Comment> texts, long seed) {
        var mixed = new ArrayList<>(texts);
        Collections.shuffle(mixed, new Random(seed));
        return new ArrayDeque<>(mixed);
    }
}
