package takt.cli.source;

import java.io.IOException;
import java.util.List;

/** Rows of cells, the header first. */
interface Table {

    /** Stands before a number that the file holds as such, not as a text that may be read in two ways. */
    char EXACT = '\uE000';

    /** Takes one row. */
    @FunctionalInterface
    interface Rows {
        /** @return whether more are wanted */
        boolean take(long line, List<String> cells);
    }

    /**
     * Hands over row by row, the header among them.
     *
     * @throws BrokenOff where the table cannot be read on
     */
    void read(Rows rows) throws IOException;

    /** What is unusual about the form, in words; empty for the usual. */
    List<String> words();

    /** The table cannot be read on. */
    final class BrokenOff extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final long line;
        private final String problem;

        BrokenOff(long line, String problem) {
            super(problem, null, false, false);
            this.line = line;
            this.problem = problem;
        }

        String problem() {
            return problem;
        }

        long line() {
            return line;
        }
    }
}
