package takt.ingest.kind;

import takt.ingest.code.CodeBook;

/** What rows are judged by: what was known when their import began, and what rows before them said. */
public interface Known {

    /** What rows may name. */
    CodeBook codes();
}
