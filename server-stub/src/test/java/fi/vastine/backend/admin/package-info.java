/** The backend as whoever runs it sees it. */
@NullMarked
package fi.vastine.backend.admin;

import org.jspecify.annotations.NullMarked;
