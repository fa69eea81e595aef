package takt.sharing;

import io.quarkus.test.Mock;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import takt.kit.feed.Entry;
import takt.sharing.explosion.SeriesForecast;
import takt.sharing.usecase.port.ForecastDoor;

/** A forecast service that knows two parts and has released nothing. */
@Mock
@ApplicationScoped
public class FakeForecastDoor implements ForecastDoor {

    @Override
    public Multi<Entry> watch(long afterSequence) {
        return Multi.createFrom().nothing();
    }

    @Override
    public Uni<VersionHead> version(UUID id) {
        return Uni.createFrom().nothing();
    }

    @Override
    public Uni<Set<String>> parts() {
        return Uni.createFrom().item(Set.of("6Q0698151A", "8K0615301"));
    }

    @Override
    public Multi<SeriesForecast> series(VersionHead version) {
        return Multi.createFrom().empty();
    }
}
