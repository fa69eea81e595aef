package takt.forecast.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import takt.forecast.adapter.db.data.FactTables;
import takt.forecast.usecase.data.port.FactTargets;
import takt.ingest.adapter.db.CrossReferences;
import takt.ingest.adapter.db.Quarantine;
import takt.ingest.usecase.CrossReferenceUseCase;
import takt.ingest.usecase.Feeds;
import takt.ingest.usecase.Importer;
import takt.ingest.usecase.Replay;

@ApplicationScoped
class Beans {

    @Produces
    @Singleton
    FactTargets factTargets() {
        return FactTables::of;
    }

    @Produces
    @Singleton
    CrossReferenceUseCase crossReferences(
            CrossReferences references, Feeds feeds, Importer importer, Replay replay, Quarantine quarantine) {
        return new CrossReferenceUseCase(references, feeds, importer, replay, quarantine);
    }
}
