/** What holds for every request, over real HTTP on loopback. */
@NullMarked
package fi.vastine.backend.http;

import org.jspecify.annotations.NullMarked;
