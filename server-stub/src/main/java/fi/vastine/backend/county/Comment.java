package fi.vastine.backend.county;

import fi.vastine.contract.cases.FeedbackKind;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.id.ThemeId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one customer wrote.
 *
 * @param wish how likely the writer asks for a reply, from 0 (never) to 3 (nearly always)
 * @param fits the kinds of unit it may be about; empty for any
 */
record Comment(
        Language language,
        FeedbackKind kind,
        int wish,
        List<ThemeId> themes,
        Set<UnitKind> fits,
        Set<Flag> flags,
        String text) {

    /** The place in a text where an identity code is put. */
    static final String IDENTITY_CODE = "{hetu}";

    /** What is particular about a text. */
    enum Flag {
        DIALECT,
        RELATIVE,
        SUPPORTED,
        CHILD,
        /** The writer can be reached by phone only. */
        PHONE,
        /** Holds the place of an identity code. */
        HETU,
        /** Meant as an objection. */
        OBJECTION,
        URGENT,
        /** About the responsible person herself. */
        MANAGER,
        /** Names no unit. */
        NOUNIT,
        /** About the accessibility of a digital service, which has its own clock. */
        DIGITAL_ACCESS
    }

    /** Reads a line of a file of comments; throws {@link IllegalArgumentException} for an unknown tag. */
    static Comment parse(Language language, String line) {
        String[] parts = line.split("\\|", 6);
        if (parts.length < 6) {
            throw new IllegalArgumentException("six parts are needed: " + line);
        }
        return new Comment(
                language,
                FeedbackKind.valueOf(parts[0]),
                Integer.parseInt(parts[1]),
                Arrays.stream(parts[2].split(",")).map(ThemeId::new).toList(),
                tags(parts[3], "*").map(UnitKind::valueOf).collect(Collectors.toUnmodifiableSet()),
                tags(parts[4], "-")
                        .map(tag -> Flag.valueOf(tag.toUpperCase(Locale.ROOT).replace('-', '_')))
                        .collect(Collectors.toUnmodifiableSet()),
                parts[5].replace("\\n", "\n"));
    }

    boolean has(Flag flag) {
        return flags.contains(flag);
    }

    private static Stream<String> tags(String part, String none) {
        return part.equals(none) ? Stream.empty() : Arrays.stream(part.split(","));
    }
}
