package takt.ingest.judge;

import java.util.List;
import takt.ingest.row.Rejection;

/** A row that is no good, as it was read, and why. */
public record KeptOut(List<String> cells, Rejection rejection) {}
