/**
 * What laptops get: pages of changes, news by long-poll, and the log of what they opened.
 *
 * <p>Stored bodies are sent as they lie; only drafts that the asker may not see are taken out. What a person may see comes
 * from {@code identity}; nothing here changes a case.
 */
@NullMarked
package fi.vastine.backend.feed;

import org.jspecify.annotations.NullMarked;
