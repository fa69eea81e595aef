package takt.ingest.judge;

import java.util.List;
import takt.ingest.row.RawRow;
import takt.kernel.Text;

/** Cells that a person can read and the database can keep. */
final class ReadableCells {

    private static final int LONGEST_CELL = 1_000;
    private static final int MOST_CELLS = 65;

    private ReadableCells() {}

    static void requireReadable(RawRow row) {
        for (String cell : row.cells()) {
            if (cell.length() > LONGEST_CELL) {
                throw row.fault("", "CELL_TOO_LONG", "A cell has at most %,d characters.".formatted(LONGEST_CELL));
            }
            if (hasControlCharacter(cell)) {
                throw row.fault(
                        "",
                        "CONTROL_CHARACTER",
                        "A cell holds a character nobody can see; maybe the source is UTF-16.");
            }
        }
    }

    /** Tabs and ends of lines may stand in a description. */
    static boolean hasControlCharacter(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c < ' ' && c != '\t' && c != '\n' && c != '\r') {
                return true;
            }
        }
        return false;
    }

    /** Within bounds, and without the one character that the database cannot keep. */
    static List<String> visible(List<String> cells) {
        return cells.stream()
                .limit(MOST_CELLS)
                .map(cell -> cell.length() <= LONGEST_CELL ? cell : Text.cut(cell, LONGEST_CELL) + "...")
                .map(cell -> cell.replace('\0', '\uFFFD'))
                .toList();
    }
}
