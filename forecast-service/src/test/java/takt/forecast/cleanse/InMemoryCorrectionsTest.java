package takt.forecast.cleanse;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import takt.forecast.usecase.data.port.CorrectionStore;
import takt.kit.error.Category;
import takt.kit.error.TaktException;

/** The contract on a store that forgets: what use cases can be tested with. */
class InMemoryCorrectionsTest extends CorrectionStoreContract {

    static final class InMemoryCorrections implements CorrectionStore {

        private static final Instant NOW = Instant.parse("2001-04-02T09:00:00Z");

        private final List<Recorded> all = new ArrayList<>();

        @Override
        public Uni<Outcome> propose(List<Found> page, String by) {
            return Uni.createFrom()
                    .item(() -> page.stream().map(found -> propose(found, by)).reduce(Outcome.NONE, Outcome::plus));
        }

        private Outcome propose(Found found, String by) {
            Proposals proposals = Proposals.of(
                    found.findings(),
                    all.stream()
                            .map(Recorded::correction)
                            .filter(c -> c.subject().equals(found.subject()))
                            .toList());
            proposals.again().forEach(c -> stand(c, Standing.PROPOSED, by, ""));
            proposals.lapsed().forEach(c -> stand(c, Standing.LAPSED, by, ""));
            proposals
                    .added()
                    .forEach(finding -> all.add(new Recorded(
                            new Correction(all.size() + 1, found.subject(), finding, Standing.PROPOSED),
                            NOW,
                            "",
                            Optional.empty(),
                            "")));
            return new Outcome(
                    proposals.added().size() + proposals.again().size(),
                    proposals.lapsed().size());
        }

        private void stand(Correction c, Standing standing, String by, String note) {
            all.replaceAll(r -> r.correction().id() == c.id()
                    ? new Recorded(
                            new Correction(c.id(), c.subject(), c.finding(), standing),
                            r.foundAt(),
                            by,
                            Optional.of(NOW),
                            note)
                    : r);
        }

        @Override
        public Uni<List<Recorded>> list(Filter filter, long after, int limit) {
            return Uni.createFrom()
                    .item(() -> those(r -> r.correction().id() > after
                                    && (filter.part().isEmpty()
                                            || filter.part()
                                                    .equals(r.correction()
                                                            .subject()
                                                            .key()
                                                            .part()
                                                            .value()))
                                    && filter.method()
                                            .map(m -> m
                                                    == r.correction().finding().method())
                                            .orElse(true)
                                    && filter.standing()
                                            .map(s -> s == r.correction().standing())
                                            .orElse(true))
                            .limit(limit)
                            .toList());
        }

        private Stream<Recorded> those(Predicate<Recorded> wanted) {
            return all.stream().filter(wanted);
        }

        @Override
        public Uni<List<Recorded>> find(List<Long> ids) {
            return Uni.createFrom()
                    .item(() -> those(r -> ids.contains(r.correction().id())).toList());
        }

        @Override
        public Uni<Long> decide(List<Correction> corrections, Standing standing, String by, String note) {
            return Uni.createFrom().item(() -> {
                List<Correction> now = all.stream().map(Recorded::correction).toList();
                if (!now.containsAll(corrections)) {
                    throw new TaktException(
                            Category.PRECONDITION, "CORRECTION_DECIDED", "Somebody else decided meanwhile.");
                }
                corrections.forEach(c -> stand(c, standing, by, note));
                return (long) corrections.size();
            });
        }
    }

    private final CorrectionStore store = new InMemoryCorrections();

    @Override
    protected CorrectionStore store() {
        return store;
    }
}
