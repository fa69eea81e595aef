package takt.capacity.alert;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import takt.capacity.usecase.port.AlertStore;
import takt.kernel.PartnerId;
import takt.kit.caller.Audience;
import takt.kit.caller.Caller;

/** The contract on a store that forgets: what use cases can be tested with. */
class InMemoryAlertsTest extends AlertStoreContract {

    /** Alerts in memory; a matching sees no lines, groups or commitments but what it is given. */
    static final class InMemoryAlerts implements AlertStore {

        private static final Instant NOW = Instant.parse("2001-04-02T09:00:00Z");
        private static final Comparator<Alert> LOUDNESS = Comparator.<Alert, Integer>comparing(
                        a -> a.gap().kind().ordinal())
                .thenComparing(a -> !a.gap().cause().critical())
                .thenComparing(a -> -a.gap().gap().thousandths());

        private final Map<UUID, Alert> alerts = new LinkedHashMap<>();

        private Stream<Alert> unresolved(PartnerId supplier) {
            return alerts.values().stream()
                    .filter(a -> a.gap().supplier().equals(supplier)
                            && a.resolvedAt().isEmpty());
        }

        @Override
        public Uni<List<PartnerId>> suppliers() {
            return Uni.createFrom()
                    .item(() -> alerts.values().stream()
                            .map(a -> a.gap().supplier())
                            .distinct()
                            .toList());
        }

        @Override
        public Uni<AlertChange> match(PartnerId supplier, Function<Situation, AlertChange> matching) {
            return Uni.createFrom().item(() -> {
                AlertChange change = matching.apply(new Situation(
                        List.of(), List.of(), List.of(), unresolved(supplier).toList()));
                Stream.of(change.opened(), change.kept(), change.resolved())
                        .flatMap(List::stream)
                        .forEach(a -> alerts.put(a.id(), a));
                return change;
            });
        }

        @Override
        public Uni<List<Alert>> list(Audience audience, String part, boolean resolvedToo, int offset, int limit) {
            return Uni.createFrom()
                    .item(() -> alerts.values().stream()
                            .filter(a -> audience.isHouse()
                                    || a.gap().supplier().value().equals(audience.partner()))
                            .filter(a -> resolvedToo || a.resolvedAt().isEmpty())
                            .filter(a -> part.isEmpty() || a.gap().parts().contains(part))
                            .sorted(LOUDNESS)
                            .skip(offset)
                            .limit(limit)
                            .toList());
        }

        @Override
        public Uni<Optional<Alert>> find(UUID id) {
            return Uni.createFrom().item(() -> Optional.ofNullable(alerts.get(id)));
        }

        @Override
        public Uni<Void> acknowledge(Alert alert, Caller caller) {
            return Uni.createFrom()
                    .item(() -> alerts.computeIfPresent(
                            alert.id(),
                            (id, a) -> a.state() == Alert.State.OPEN
                                    ? new Alert(id, a.gap(), a.openedAt(), Optional.of(NOW), Optional.empty())
                                    : a))
                    .replaceWithVoid();
        }
    }

    private final AlertStore store = new InMemoryAlerts();

    @Override
    protected AlertStore store() {
        return store;
    }
}
