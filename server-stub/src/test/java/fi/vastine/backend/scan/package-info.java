@NullMarked
package fi.vastine.backend.scan;

import org.jspecify.annotations.NullMarked;
