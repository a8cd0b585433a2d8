/**
 * What an organisation keeps as data: units, people, themes, reply templates, promises.
 *
 * <p>Each is a reference document of the feed: replaced whole, known by its id.
 */
@NullMarked
package fi.vastine.contract.reference;

import org.jspecify.annotations.NullMarked;
