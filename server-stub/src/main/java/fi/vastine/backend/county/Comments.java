package fi.vastine.backend.county;

import fi.vastine.contract.cases.Language;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Everything customers wrote. */
final class Comments {
    private final List<Comment> all;

    Comments(CountyFiles files) {
        all = Stream.of(Language.values())
                .flatMap(language ->
                        files.lines("comments-" + language.name().toLowerCase(Locale.ROOT) + ".txt").stream()
                                .map(line -> Comment.parse(language, line)))
                .toList();
    }

    List<Comment> all() {
        return all;
    }

    /** The one comment that begins like this. */
    Comment beginning(String words) {
        List<Comment> found =
                all.stream().filter(each -> each.text().startsWith(words)).toList();
        if (found.size() != 1) {
            throw new IllegalArgumentException(found.size() + " comments begin: " + words);
        }
        return found.getFirst();
    }

    /** What is written about this kind of unit and hardly any other. */
    List<Comment> about(UnitKind kind) {
        return all.stream().filter(each -> each.fits().contains(kind)).toList();
    }

    /** What may be written about any unit. */
    List<Comment> aboutAny() {
        return all.stream().filter(each -> each.fits().isEmpty()).toList();
    }
}
