package takt.forecast.usecase.data;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import takt.forecast.cleanse.Cleanser;
import takt.forecast.cleanse.Subject;
import takt.forecast.cleanse.Surroundings;
import takt.forecast.master.PlantWeeks;
import takt.forecast.usecase.data.port.CorrectionStore;
import takt.forecast.usecase.data.port.CorrectionStore.Found;
import takt.forecast.usecase.data.port.CorrectionStore.Outcome;
import takt.forecast.usecase.data.port.ObservedDemand;
import takt.forecast.usecase.data.port.ObservedDemand.Observed;
import takt.kit.caller.Caller;

/** Proposes corrections of demand, for people to decide about. */
@ApplicationScoped
public class ProposeCorrections {

    private static final int PAGE = 500;

    private final ObservedDemand demand;
    private final CorrectionStore store;

    ProposeCorrections(ObservedDemand demand, CorrectionStore store) {
        this.demand = demand;
        this.store = store;
    }

    /** Looks at every series as known now, page after page. */
    public Uni<Outcome> propose(Caller caller) {
        return demand.plantWeeks().chain(weeks -> page(Optional.empty(), weeks, Outcome.NONE, caller));
    }

    private Uni<Outcome> page(Optional<Subject> after, Map<String, PlantWeeks> weeks, Outcome sum, Caller caller) {
        return demand.series(after, PAGE)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .chain(page -> {
                    if (page.isEmpty()) {
                        return Uni.createFrom().item(sum);
                    }
                    List<Found> found = page.parallelStream()
                            .map(observed -> search(observed, weeks))
                            .toList();
                    Subject last = page.get(page.size() - 1).subject();
                    return store.propose(found, caller.name())
                            .chain(outcome -> page(Optional.of(last), weeks, sum.plus(outcome), caller));
                });
    }

    private static Found search(Observed observed, Map<String, PlantWeeks> weeks) {
        String site = observed.series().key().site().value();
        Surroundings surroundings = new Surroundings(weeks.getOrDefault(site, PlantWeeks.ALL), observed.stock());
        return new Found(observed.subject(), new Cleanser(observed.series(), observed.unit(), surroundings).findings());
    }
}
