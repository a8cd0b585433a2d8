@NullMarked
package fi.vastine.core.outbox;

import org.jspecify.annotations.NullMarked;
