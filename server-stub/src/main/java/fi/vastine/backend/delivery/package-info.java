/**
 * How replies leave by mail, each at most once.
 *
 * <p>Here live the courier that takes them from their queue, the mail made of a reply, and the two ways out: a mail server,
 * or a folder of files where none is wanted. Which reply goes out is decided with the case, not here.
 */
@NullMarked
package fi.vastine.backend.delivery;

import org.jspecify.annotations.NullMarked;
