package takt.sharing.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import takt.kit.codes.CrossReferenceUseCase;
import takt.kit.codes.CrossReferences;
import takt.kit.facts.Feeds;
import takt.kit.facts.Importer;
import takt.kit.facts.Quarantine;
import takt.kit.facts.Replay;

@ApplicationScoped
class Beans {

    @Produces
    @Singleton
    CrossReferenceUseCase crossReferences(
            CrossReferences references, Feeds feeds, Importer importer, Replay replay, Quarantine quarantine) {
        return new CrossReferenceUseCase(references, feeds, importer, replay, quarantine);
    }
}
