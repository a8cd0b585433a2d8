/** Commands as laptops send them. */
@NullMarked
package fi.vastine.backend.commands;

import org.jspecify.annotations.NullMarked;
