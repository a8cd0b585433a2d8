/** Pages and news as laptops get them. */
@NullMarked
package fi.vastine.backend.feed;

import org.jspecify.annotations.NullMarked;
