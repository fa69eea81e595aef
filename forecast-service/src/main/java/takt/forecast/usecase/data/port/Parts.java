package takt.forecast.usecase.data.port;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import takt.forecast.master.PartMaster;

/** Parts as known now. */
public interface Parts {

    /** All part numbers, in order. */
    Uni<List<String>> partNumbers();

    /** Parts whose number, description or family contains the query, after a part number, by number. */
    Uni<List<PartMaster>> parts(String query, String after, int limit);

    Uni<Long> countParts(String query);

    Uni<Optional<PartMaster>> part(String part);
}
