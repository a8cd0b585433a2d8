package fi.vastine.contract.form;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import fi.vastine.contract.reference.Names;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How an item of a form is answered, if it is. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(ItemKind.Statement.class),
    @JsonSubTypes.Type(ItemKind.Recommendation.class),
    @JsonSubTypes.Type(ItemKind.ThreeFaces.class),
    @JsonSubTypes.Type(ItemKind.Choice.class),
    @JsonSubTypes.Type(ItemKind.WholeNumber.class),
    @JsonSubTypes.Type(ItemKind.Words.class),
    @JsonSubTypes.Type(ItemKind.Comment.class),
    @JsonSubTypes.Type(ItemKind.YesNo.class),
    @JsonSubTypes.Type(ItemKind.Display.class),
    @JsonSubTypes.Type(ItemKind.Group.class),
})
public sealed interface ItemKind {

    /**
     * A national statement: 1 to 5, or "does not concern me".
     *
     * @param number in the national set, 1 to 7
     */
    @JsonTypeName("statement")
    record Statement(int number) implements ItemKind {
        public Statement {
            if (number < 1 || number > 7) {
                throw new IllegalArgumentException("a statement is 1 to 7");
            }
        }
    }

    /** How likely one would recommend, 0 to 10. */
    @JsonTypeName("recommendation")
    record Recommendation() implements ItemKind {}

    /** One of three faces. */
    @JsonTypeName("three-faces")
    record ThreeFaces() implements ItemKind {}

    /** One option, or at most as many as {@code most} says. */
    @JsonTypeName("choice")
    record Choice(List<Option> options, int most) implements ItemKind {
        public Choice {
            options = options == null ? List.of() : List.copyOf(options);
        }
    }

    /** An option of a choice; the code is what is kept. */
    record Option(String code, Names label) {}

    /** A whole number, both ends included; absent where there is no end. */
    @JsonTypeName("number")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WholeNumber(@Nullable Integer least, @Nullable Integer most) implements ItemKind {}

    /**
     * Words on one matter.
     *
     * @param longest in characters
     */
    @JsonTypeName("words")
    record Words(int longest) implements ItemKind {}

    /** The customer's own words on all of it, which become the case's text; at most one in a form. */
    @JsonTypeName("comment")
    record Comment() implements ItemKind {}

    @JsonTypeName("yes-no")
    record YesNo() implements ItemKind {}

    /** A text that is read out and not answered. */
    @JsonTypeName("display")
    record Display() implements ItemKind {}

    /** Items under one heading, which is the group's text; open only while the group is. */
    @JsonTypeName("group")
    record Group(List<FormItem> items) implements ItemKind {
        public Group {
            items = items == null ? List.of() : List.copyOf(items);
        }
    }
}
