@NullMarked
package fi.vastine.core.profile;

import org.jspecify.annotations.NullMarked;
