package takt.capacity.alert;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        private final Map<UUID, List<Care.Taken>> steps = new HashMap<>();

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
        public Uni<Alert> take(Alert alert, Care.Step step, Caller caller) {
            return Uni.createFrom().item(() -> {
                Alert now = Objects.requireNonNull(alerts.get(alert.id()));
                Care.Taken taken = new Care.Taken(step, caller.name(), NOW);
                Alert after = now.after(taken);
                if (now.resolvedAt().isPresent() || after.equals(now)) {
                    return now;
                }
                alerts.put(after.id(), after);
                steps.computeIfAbsent(after.id(), id -> new ArrayList<>()).add(taken);
                return after;
            });
        }

        @Override
        public Uni<List<Care.Taken>> steps(UUID alert) {
            return Uni.createFrom().item(() -> List.copyOf(steps.getOrDefault(alert, List.of())));
        }
    }

    private final AlertStore store = new InMemoryAlerts();

    @Override
    protected AlertStore store() {
        return store;
    }
}
