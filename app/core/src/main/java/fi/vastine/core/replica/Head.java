package fi.vastine.core.replica;

import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.UnitId;

/**
 * What lists need of a case.
 *
 * @param seq this device's last command that the snapshot holds; 0 for none
 * @param owesReply whether the promise is open: such rows are read before the others
 * @param row the list row, in whatever text form its reader and writer agree on
 */
public record Head(CaseId caseId, long changeNo, UnitId unit, long seq, boolean owesReply, String row) {}
