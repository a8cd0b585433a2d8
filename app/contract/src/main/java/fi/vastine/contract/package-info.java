/** What laptop and backend both trust. */
@NullMarked
package fi.vastine.contract;

import org.jspecify.annotations.NullMarked;
