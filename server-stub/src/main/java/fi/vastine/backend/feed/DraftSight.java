package fi.vastine.backend.feed;

import fi.vastine.backend.identity.Access;
import fi.vastine.backend.identity.Directory;
import fi.vastine.backend.identity.Organisation;
import fi.vastine.contract.cases.Draft;
import fi.vastine.contract.cases.DraftLabel;
import fi.vastine.contract.cases.Edit;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.UnitId;
import java.time.LocalDate;

/**
 * Which drafts one person sees today: her own, those she was asked to read, those of whom she stands in for, and what was
 * left behind for a unit she handles.
 */
final class DraftSight {
    private final PersonId person;
    private final Organisation organisation;
    private final Access access;
    private final LocalDate today;

    DraftSight(Directory directory, PersonId person) {
        this.person = person;
        this.organisation = directory.organisation();
        this.access = directory.access(person);
        this.today = directory.today();
    }

    /** The case without the drafts of others. */
    FeedbackCase of(FeedbackCase whole) {
        Edit edit = whole.edit();
        for (Draft draft : whole.drafts()) {
            if (!sees(draft, whole.unit())) {
                edit.withoutDraft(draft.id());
            }
        }
        return edit.done();
    }

    private boolean sees(Draft draft, UnitId unit) {
        return draft.author().equals(person)
                || (draft.review() != null && draft.review().reviewer().equals(person))
                || organisation.present(draft.author(), today).equals(person)
                || (draft.label() == DraftLabel.LEFT_BEHIND && access.mayHandle(unit));
    }
}
