/**
 * The backend's door: what holds for every request, whatever it asks for.
 *
 * <p>Here live the server itself, routes with their limits, who is let in, problems as RFC 9457 has them, request ids and
 * the access log. What an endpoint does lives with its noun, not here.
 */
@NullMarked
package fi.vastine.backend.http;

import org.jspecify.annotations.NullMarked;
