package takt.forecast.usecase.data.port;

import io.smallrye.mutiny.Uni;
import takt.forecast.master.Catalogue;

/** What rows of an import may name. */
public interface Catalogues {

    /** As known now. */
    Uni<Catalogue> catalogue();
}
