package takt.ingest.judge;

import java.util.List;

/** A row as it came, not always with as many cells as there are columns. */
public record SourceRow(long line, List<String> cells) {}
