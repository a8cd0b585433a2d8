@NullMarked
package fi.vastine.core.seal;

import org.jspecify.annotations.NullMarked;
