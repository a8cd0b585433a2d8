/**
 * What whoever runs the backend does with it: settings, the first start, units and people from files.
 *
 * <p>Here lives the program's entry. What it starts is joined in {@code fi.vastine.backend}.
 */
@NullMarked
package fi.vastine.backend.admin;

import org.jspecify.annotations.NullMarked;
