@NullMarked
package fi.vastine.core.key;

import org.jspecify.annotations.NullMarked;
