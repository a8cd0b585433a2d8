@NullMarked
package fi.vastine.core.store;

import org.jspecify.annotations.NullMarked;
