@NullMarked
package fi.vastine.core.replica;

import org.jspecify.annotations.NullMarked;
