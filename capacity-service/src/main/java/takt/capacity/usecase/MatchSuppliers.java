package takt.capacity.usecase;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import takt.capacity.alert.AlertChange;
import takt.capacity.declaration.CapacityGroup;
import takt.capacity.matching.CommitmentMatching;
import takt.capacity.matching.Gap;
import takt.capacity.matching.GroupMatching;
import takt.capacity.usecase.port.AlertStore;
import takt.kernel.PartnerId;
import takt.kit.BusinessClock;

/**
 * Matches a supplier anew whenever its demand, capacity or commitments changed. Requests that come while a
 * matching runs are served by the next one. Every supplier is matched at the start and whenever the business
 * date changes, so nothing is missed when a service stops between a change and its matching.
 */
@ApplicationScoped
public class MatchSuppliers {

    private static final Logger LOG = Logger.getLogger(MatchSuppliers.class);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final AlertStore alerts;
    private final BusinessClock clock;
    private final Set<PartnerId> requested = ConcurrentHashMap.newKeySet();
    private LocalDate matchedOn = LocalDate.MIN;
    private Cancellable loop = () -> {};

    MatchSuppliers(AlertStore alerts, BusinessClock clock) {
        this.alerts = alerts;
        this.clock = clock;
    }

    void onStart(@Observes StartupEvent event) {
        loop = Multi.createBy()
                .repeating()
                .uni(this::round)
                .withDelay(PAUSE)
                .indefinitely()
                .subscribe()
                .with(nothing -> {}, failure -> LOG.error("Matching has ended for good", failure));
    }

    void onStop(@Observes ShutdownEvent event) {
        loop.cancel();
    }

    /** Asks for a matching of the supplier soon. */
    public void request(PartnerId supplier) {
        requested.add(supplier);
    }

    private Uni<Boolean> round() {
        return due().onItem()
                .transformToMulti(suppliers -> Multi.createFrom().iterable(suppliers))
                .onItem()
                .transformToUniAndConcatenate(this::matchOrPutBack)
                .collect()
                .asList()
                .replaceWith(true)
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf("Matching could not be begun, will try again: %s", failure.toString());
                    return false;
                });
    }

    private Uni<List<PartnerId>> due() {
        LocalDate today = clock.today();
        if (!today.equals(matchedOn)) {
            return alerts.suppliers()
                    .invoke(all -> {
                        requested.addAll(all);
                        matchedOn = today;
                    })
                    .map(all -> taken());
        }
        return Uni.createFrom().item(this::taken);
    }

    private List<PartnerId> taken() {
        List<PartnerId> suppliers = new ArrayList<>(requested);
        suppliers.forEach(requested::remove);
        return suppliers;
    }

    private Uni<PartnerId> matchOrPutBack(PartnerId supplier) {
        return alerts.match(supplier, this::change)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .replaceWith(supplier)
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf("Matching of %s failed, will try again: %s", supplier, failure.toString());
                    requested.add(supplier);
                    return supplier;
                });
    }

    /** Numbers beyond all bounds in one group must not silence the supplier's other alerts. */
    private static List<Gap> gaps(CapacityGroup group, AlertStore.Situation situation) {
        try {
            return new GroupMatching(group, situation.lines()).gaps();
        } catch (ArithmeticException | IllegalArgumentException e) {
            LOG.errorf("The capacity group %s cannot be matched: %s", group.id(), e.getMessage());
            return List.of();
        }
    }

    private AlertChange change(AlertStore.Situation situation) {
        List<Gap> gaps = new ArrayList<>();
        situation.groups().forEach(group -> gaps.addAll(gaps(group, situation)));
        gaps.addAll(CommitmentMatching.gaps(situation.lines(), situation.commitments(), clock.today()));
        return AlertChange.between(situation.unresolved(), gaps, clock.now(), UUID::randomUUID);
    }
}
