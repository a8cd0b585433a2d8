package fi.vastine.core.replica;

import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.UnitId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Some heads as one text.
 *
 * <p>Opening one seal of a hundred kilobytes costs a cold machine a fraction of opening five hundred small ones, and the program
 * opens all heads at its start. Each head is a line of what it is, with the length of its row, and then the row.
 */
final class Sheet {
    /** Small enough that taking a case out of one is soon done. */
    static final int MOST = 500;

    private static final char FIELD = ' ';
    private static final char END = '\n';
    private static final String OWES = "o";
    private static final String OWES_NOT = "-";

    private Sheet() {}

    static String write(List<Head> heads) {
        var text = new StringBuilder(200 * heads.size());
        for (Head each : heads) {
            text.append(each.caseId().value()).append(FIELD);
            text.append(each.changeNo()).append(FIELD);
            text.append(each.seq()).append(FIELD);
            text.append(each.owesReply() ? OWES : OWES_NOT).append(FIELD);
            text.append(each.row().length()).append(FIELD);
            text.append(each.unit().value()).append(END);
            text.append(each.row());
        }
        return text.toString();
    }

    static List<Head> read(String text) {
        List<Head> heads = new ArrayList<>(MOST);
        int at = 0;
        while (at < text.length()) {
            int row = text.indexOf(END, at) + 1;
            String[] fields = text.substring(at, row - 1).split(String.valueOf(FIELD), 6);
            at = row + Integer.parseInt(fields[4]);
            heads.add(new Head(
                    new CaseId(UUID.fromString(fields[0])),
                    Long.parseLong(fields[1]),
                    new UnitId(fields[5]),
                    Long.parseLong(fields[2]),
                    fields[3].equals(OWES),
                    text.substring(row, at)));
        }
        return heads;
    }
}
