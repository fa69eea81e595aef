package takt.ingest.adapter.db;

import static java.time.temporal.ChronoUnit.SECONDS;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import takt.ingest.kind.Fact;
import takt.ingest.kind.Shape;
import takt.ingest.usecase.port.FactStore;
import takt.ingest.usecase.port.Turn;
import takt.kit.BusinessClock;
import takt.kit.Ids;
import takt.kit.caller.Caller;
import takt.kit.db.Lease;
import takt.kit.error.Category;
import takt.kit.error.TaktException;

/** A turn is a lease on a connection of its own, so that it ends with the service that has it. */
@ApplicationScoped
class DbFactStore implements FactStore {

    private final Pool pool;
    private final BusinessClock clock;

    DbFactStore(Pool pool, BusinessClock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    @Override
    public Uni<Turn> turn(String name, Caller caller) {
        String lease = "import." + name;
        String holder =
                "%s since %s".formatted(Ids.cut(caller.name(), 25), clock.now().truncatedTo(SECONDS));
        return Lease.tryTake(pool, lease, holder)
                .chain(taken -> taken.isPresent()
                        ? Uni.createFrom().item(new DbTurn(taken.get()))
                        : Lease.holder(pool, lease).map(other -> {
                            throw active(name, other);
                        }));
    }

    private static TaktException active(String name, String holder) {
        return new TaktException(
                Category.PRECONDITION,
                "IMPORT_ACTIVE",
                "An import of %s is under way already%s.%nMaybe wait for its report, then send this one again."
                        .formatted(name, holder.isEmpty() ? "" : ", that of " + holder));
    }

    @Override
    public Uni<Boolean> isAnyKnown(Shape shape, List<Fact> facts) {
        return new FactTable(shape).isAnyKnown(pool, facts);
    }
}
