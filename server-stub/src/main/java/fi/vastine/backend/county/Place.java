package fi.vastine.backend.county;

import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.reference.Names;

/** A unit that gets feedback. */
record Place(UnitId id, UnitId parent, UnitKind kind, Names name, PersonId responsible) {}
