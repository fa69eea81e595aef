package takt.capacity.usecase.port;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import takt.capacity.commitment.AskedLine;
import takt.kernel.PartnerId;
import takt.kernel.Week;
import takt.kit.feed.Entry;

/** What is read from the sharing service. */
public interface SharingDoor {

    /** A publication with all its lines; one without lines says that nothing is asked for any more. */
    record Pulled(
            UUID id,
            int number,
            PartnerId supplier,
            Week firstWeek,
            LocalDate answerBy,
            double[] levels,
            List<AskedLine> lines) {}

    /** The feed after a sequence; with its heartbeats. */
    Multi<Entry> watch(long afterSequence);

    Uni<Pulled> publication(UUID id);
}
