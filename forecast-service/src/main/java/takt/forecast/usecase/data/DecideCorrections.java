package takt.forecast.usecase.data;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import takt.forecast.cleanse.Correction;
import takt.forecast.cleanse.Standing;
import takt.forecast.usecase.data.port.CorrectionStore;
import takt.forecast.usecase.data.port.CorrectionStore.Filter;
import takt.forecast.usecase.data.port.CorrectionStore.Recorded;
import takt.kit.caller.Caller;
import takt.kit.error.Category;
import takt.kit.error.TaktException;

/** Lets people decide about corrections, one by one or all that are alike. */
@ApplicationScoped
public class DecideCorrections {

    private static final int PAGE = 500;

    private final CorrectionStore store;

    DecideCorrections(CorrectionStore store) {
        this.store = store;
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
