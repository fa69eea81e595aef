package takt.capacity.commitment;

import java.util.UUID;
import takt.kernel.Week;

/** What a supplier says to one line and week, committed in thousandths of the line's unit. */
public record Answer(UUID lineId, Week week, long committed, ShortfallReason reason, String comment)
        implements Reading {}
