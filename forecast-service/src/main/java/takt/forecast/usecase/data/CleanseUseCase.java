package takt.forecast.usecase.data;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import takt.forecast.cleanse.Cleanser;
import takt.forecast.cleanse.Correction;
import takt.forecast.cleanse.Standing;
import takt.forecast.cleanse.Subject;
import takt.forecast.cleanse.Surroundings;
import takt.forecast.master.PlantWeeks;
import takt.forecast.usecase.data.port.CorrectionStore;
import takt.forecast.usecase.data.port.CorrectionStore.Filter;
import takt.forecast.usecase.data.port.CorrectionStore.Found;
import takt.forecast.usecase.data.port.CorrectionStore.Observed;
import takt.forecast.usecase.data.port.CorrectionStore.Outcome;
import takt.forecast.usecase.data.port.CorrectionStore.Recorded;
import takt.kit.caller.Caller;
import takt.kit.error.Category;
import takt.kit.error.TaktException;

/** Proposes corrections of demand and lets people decide. */
@ApplicationScoped
public class CleanseUseCase {

    private static final int PAGE = 500;

    private final CorrectionStore store;

    CleanseUseCase(CorrectionStore store) {
        this.store = store;
    }

    /** Looks at every series as known now, page after page. */
    public Uni<Outcome> propose(Caller caller) {
        return store.plantWeeks().chain(weeks -> page(Optional.empty(), weeks, Outcome.NONE, caller));
    }

    private Uni<Outcome> page(Optional<Subject> after, Map<String, PlantWeeks> weeks, Outcome sum, Caller caller) {
        return store.series(after, PAGE)
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

    public Uni<List<Recorded>> list(Filter filter, long after, int limit) {
        return store.list(filter, after, limit);
    }

    /** All of them, or none when one of them cannot take the standing. */
    public Uni<Long> decide(List<Long> ids, Standing standing, String note, Caller caller) {
        return store.find(ids).chain(found -> {
            List<Correction> corrections =
                    found.stream().map(Recorded::correction).toList();
            ids.stream()
                    .filter(id -> corrections.stream().noneMatch(c -> c.id() == id))
                    .findFirst()
                    .ifPresent(id -> {
                        throw TaktException.notFound("CORRECTION_UNKNOWN", "correction", String.valueOf(id));
                    });
            corrections.stream()
                    .filter(c -> !c.standing().mayBecome(standing))
                    .findFirst()
                    .ifPresent(c -> {
                        throw new TaktException(
                                Category.PRECONDITION,
                                "CORRECTION_DECIDED",
                                "The correction (C%d) is %s and cannot become %s."
                                        .formatted(c.id(), c.standing(), standing));
                    });
            return store.decide(corrections, standing, caller.name(), note);
        });
    }

    /** All proposals that the filter matches, page after page. */
    public Uni<Long> decideAll(Filter filter, Standing standing, String note, Caller caller) {
        Filter proposed = new Filter(filter.part(), filter.method(), Optional.of(Standing.PROPOSED));
        return decideAfter(0, proposed, standing, note, caller, 0);
    }

    private Uni<Long> decideAfter(
            long after, Filter proposed, Standing standing, String note, Caller caller, long sum) {
        return store.list(proposed, after, PAGE).chain(page -> {
            if (page.isEmpty()) {
                return Uni.createFrom().item(sum);
            }
            List<Correction> corrections =
                    page.stream().map(Recorded::correction).toList();
            long last = corrections.get(corrections.size() - 1).id();
            return store.decide(corrections, standing, caller.name(), note)
                    .chain(n -> decideAfter(last, proposed, standing, note, caller, sum + n));
        });
    }
}
