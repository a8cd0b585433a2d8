package fi.vastine.contract.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.form.Form;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.reference.Campaign;
import fi.vastine.contract.reference.DueRule;
import fi.vastine.contract.reference.Person;
import fi.vastine.contract.reference.Response;
import fi.vastine.contract.reference.Template;
import fi.vastine.contract.reference.Theme;
import fi.vastine.contract.reference.Unit;
import java.util.Map;

/**
 * One line of the answer to {@code POST /v1/changes}, such as {@code {"forget":{…}}}.
 *
 * <p>A {@code scope} comes first and only if it changed; a {@code page} comes last, and an answer without it was cut
 * short and leaves nothing behind.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
@JsonSubTypes({
    @JsonSubTypes.Type(PullLine.ScopeLine.class),
    @JsonSubTypes.Type(PullLine.CaseLine.class),
    @JsonSubTypes.Type(PullLine.ForgetLine.class),
    @JsonSubTypes.Type(PullLine.UnitLine.class),
    @JsonSubTypes.Type(PullLine.PersonLine.class),
    @JsonSubTypes.Type(PullLine.ThemeLine.class),
    @JsonSubTypes.Type(PullLine.TemplateLine.class),
    @JsonSubTypes.Type(PullLine.RuleLine.class),
    @JsonSubTypes.Type(PullLine.FormLine.class),
    @JsonSubTypes.Type(PullLine.CampaignLine.class),
    @JsonSubTypes.Type(PullLine.ResponseLine.class),
    @JsonSubTypes.Type(PullLine.PageLine.class),
})
public sealed interface PullLine {

    /** What the person may see from now on; only this may remove anything from a laptop's replica by access. */
    @JsonTypeName("scope")
    record ScopeLine(Scope scope) implements PullLine {}

    /**
     * A case as it stands, drafts left out that the asker may not see.
     *
     * @param seq the asking device's last command that this snapshot holds; 0 for none
     */
    @JsonTypeName("case")
    record CaseLine(FeedbackCase snapshot, long seq) implements PullLine {}

    /** A case that the asker may no longer hold. */
    @JsonTypeName("forget")
    record ForgetLine(CaseId caseId, ForgetReason why, long changeNo) implements PullLine {}

    /** Why a case is forgotten. */
    enum ForgetReason {
        MOVED,
        ERASED
    }

    @JsonTypeName("unit")
    record UnitLine(Unit unit) implements PullLine {}

    @JsonTypeName("person")
    record PersonLine(Person person) implements PullLine {}

    @JsonTypeName("theme")
    record ThemeLine(Theme theme) implements PullLine {}

    @JsonTypeName("template")
    record TemplateLine(Template template) implements PullLine {}

    @JsonTypeName("rule")
    record RuleLine(DueRule rule) implements PullLine {}

    /** One version of a form; it never changes. */
    @JsonTypeName("form")
    record FormLine(Form form) implements PullLine {}

    @JsonTypeName("campaign")
    record CampaignLine(Campaign campaign) implements PullLine {}

    /** It comes with the next page that is asked for anyway: nobody is woken for it. */
    @JsonTypeName("response")
    record ResponseLine(Response response) implements PullLine {}

    /**
     * The end of a page, with the cursors to ask on from.
     *
     * @param epoch the backend's epoch; another than before means that it was restored from a backup
     * @param more whether more is there to be had at once
     * @param checksums with {@code more} false: by unit, {@link Checksum} over the cases of the asker's units
     * @param expected while first downloads go on: how many cases all units of the asker have together; otherwise 0, left out
     */
    @JsonTypeName("page")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record PageLine(
            String epoch,
            long after,
            Map<UnitId, CatchUp> catchUp,
            boolean more,
            Map<UnitId, Long> checksums,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) long expected)
            implements PullLine {
        public PageLine {
            catchUp = catchUp == null ? Map.of() : Map.copyOf(catchUp);
            checksums = checksums == null ? Map.of() : Map.copyOf(checksums);
        }
    }
}
