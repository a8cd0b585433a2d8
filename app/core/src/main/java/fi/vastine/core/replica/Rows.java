package fi.vastine.core.replica;

import fi.vastine.contract.id.CaseId;

/** What the rows of the replica are sealed under: their identity and the columns that stand beside the seal. */
final class Rows {
    static final String CURSORS = "cursors";

    private Rows() {}

    static String sheet(long no) {
        return "sheet/" + no;
    }

    static String body(CaseId caseId, long changeNo) {
        return "body/" + caseId + '/' + changeNo;
    }

    static String document(String kind, String id) {
        return "document/" + kind + '/' + id;
    }

    static String state(String name) {
        return "state/" + name;
    }
}
