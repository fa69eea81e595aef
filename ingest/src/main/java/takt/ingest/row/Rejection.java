package takt.ingest.row;

import takt.kernel.Text;

/**
 * Why one row of an import was kept out.
 *
 * @param line line in the source, the header is line 1
 * @param column column at fault, empty when the row as a whole is
 * @param value value as read, cut at 100 characters, U+0000 replaced
 * @param reason reason code in upper snake case
 * @param help what may help, one sentence
 */
public record Rejection(long line, String column, String value, String reason, String help) {

    public Rejection {
        value = Text.cut(value, 100).replace('\0', '\uFFFD');
    }

    /** Whether it says the same, of whatever value. */
    public boolean isLike(Rejection other) {
        return column.equals(other.column) && reason.equals(other.reason) && help.equals(other.help);
    }
}
