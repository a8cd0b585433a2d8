/** A backend as its laptops meet it: over HTTP, on a database on disk. */
@NullMarked
package fi.vastine.backend;

import org.jspecify.annotations.NullMarked;
