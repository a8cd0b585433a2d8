package fi.vastine.backend.admin;

/**
 * A line of a file that cannot be taken, and why.
 *
 * @param line counted from 1, the heading included
 * @param column as the heading names it; empty for the line as a whole
 */
record BadLine(String file, long line, String column, String reason) {
    @Override
    public String toString() {
        return file + ":" + line + (column.isEmpty() ? "" : ": " + column) + ": " + reason;
    }
}
