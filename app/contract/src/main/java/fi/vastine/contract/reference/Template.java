package fi.vastine.contract.reference;

import com.fasterxml.jackson.annotation.JsonInclude;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.id.ThemeId;
import org.jspecify.annotations.Nullable;

/**
 * A part of a reply to begin from; blanks are written {@code [ day and time ]}.
 *
 * @param theme the theme whose paragraph it is; absent for greeting, sign-off and the paragraph for any theme
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Template(String id, Part part, @Nullable ThemeId theme, Language language, String text) {

    /** Where in the reply it stands. */
    public enum Part {
        GREETING,
        PARAGRAPH,
        SIGN_OFF
    }
}
