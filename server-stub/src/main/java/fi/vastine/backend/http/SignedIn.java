package fi.vastine.backend.http;

import fi.vastine.contract.id.DeviceId;
import fi.vastine.contract.id.PersonId;

/**
 * A person on a device, as a request's access token says.
 *
 * @param session names the sign-in that the token belongs to
 */
public record SignedIn(PersonId person, DeviceId device, String session) {}
