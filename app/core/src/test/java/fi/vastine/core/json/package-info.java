@NullMarked
package fi.vastine.core.json;

import org.jspecify.annotations.NullMarked;
