@NullMarked
package fi.vastine.backend.routing;

import org.jspecify.annotations.NullMarked;
