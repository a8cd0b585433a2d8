package fi.vastine.backend.county;

import fi.vastine.contract.id.PersonId;

/** Someone to be in the demo. The password is no secret: the county is made up, and its backend listens on loopback. */
public record DemoAccount(PersonId person, String user, String password) {}
