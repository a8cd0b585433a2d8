package fi.vastine.desktop.casefile;

import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.wire.Scope;
import fi.vastine.core.cases.Reference;

/**
 * A case as it lies open.
 *
 * @param pending whether something in it is not yet confirmed by the backend
 */
public record Casefile(FeedbackCase feedback, Reference reference, Scope scope, boolean pending) {}
