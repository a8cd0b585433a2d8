@NullMarked
package fi.vastine.backend.erasing;

import org.jspecify.annotations.NullMarked;
