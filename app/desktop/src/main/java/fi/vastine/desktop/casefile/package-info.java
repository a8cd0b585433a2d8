/**
 * One case beside the list: what the customer said and asked, what is due, what happened, and what can be done.
 *
 * <p>{@code CasefileViewModel} reads the case, says what can be done and does it; {@code CasefileView} draws it in sections.
 * Writing a reply has a place here and lives elsewhere.
 */
@NullMarked
package fi.vastine.desktop.casefile;

import org.jspecify.annotations.NullMarked;
