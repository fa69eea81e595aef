package takt.forecast.run.port;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import takt.forecast.ingest.Catalogue;
import takt.forecast.training.DataSnapshot;
import takt.forecast.training.PartFacts;

/** The facts as known now. */
public interface FactSource {

    Uni<Catalogue> catalogue();

    Uni<Boolean> hasDemand();

    Uni<DataSnapshot> snapshot();

    /** Parts whose number, description or family contains the query, after a part number, by number. */
    Uni<List<PartFacts>> parts(String query, String after, int limit);

    Uni<Long> countParts(String query);

    Uni<Optional<PartFacts>> part(String part);

    Uni<List<PartHistory>> history(String part);
}
