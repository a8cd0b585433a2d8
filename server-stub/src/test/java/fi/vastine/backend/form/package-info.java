/** That forms and answers are what FHIR means by them, and that what cannot be asked is refused by name. */
@NullMarked
package fi.vastine.backend.form;

import org.jspecify.annotations.NullMarked;
