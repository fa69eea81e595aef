package takt.ingest.adapter.db;

import static java.time.temporal.ChronoUnit.SECONDS;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.function.Function;
import takt.kit.BusinessClock;
import takt.kit.Ids;
import takt.kit.caller.Caller;
import takt.kit.db.FactMoment;
import takt.kit.db.Lease;
import takt.kit.error.Category;
import takt.kit.error.TaktException;

/** The right to import one kind of facts. */
public record ImportLease(Lease lease) {

    /** Fails with IMPORT_ACTIVE, and whose it is, while another import of the kind is under way. */
    public static Uni<ImportLease> take(Pool pool, String kind, Caller caller, BusinessClock clock) {
        String name = "import." + kind;
        String holder =
                "%s since %s".formatted(Ids.cut(caller.name(), 25), clock.now().truncatedTo(SECONDS));
        return Lease.tryTake(pool, name, holder)
                .chain(taken -> taken.isPresent()
                        ? Uni.createFrom().item(new ImportLease(taken.get()))
                        : Lease.holder(pool, name).map(other -> {
                            throw active(kind, other);
                        }));
    }

    /**
     * All of the work lands, or nothing of it. Whoever takes a {@linkplain FactMoment moment} waits for it.
     */
    public <T> Uni<T> transaction(Function<SqlConnection, Uni<T>> work) {
        return begin().chain(() -> work.apply(lease.connection()))
                .call(this::commit)
                .onFailure()
                .call(failure -> rollback().onFailure().recoverWithNull());
    }

    /** Begins a transaction that {@link #within} works in until {@link #commit} or {@link #rollback}. */
    public Uni<Void> begin() {
        return lease.connection().begin().chain(begun -> FactMoment.enter(lease.connection()));
    }

    public <T> Uni<T> within(Function<SqlConnection, Uni<T>> work) {
        return Uni.createFrom().deferred(() -> work.apply(lease.connection()));
    }

    public Uni<Void> commit() {
        return lease.connection().transaction().commit();
    }

    public Uni<Void> rollback() {
        return lease.connection().transaction().rollback();
    }

    /** Undoes what a cancelled import left open and gives the connection back. */
    public Uni<Void> release() {
        return lease.release();
    }

    private static TaktException active(String kind, String holder) {
        return new TaktException(
                Category.PRECONDITION,
                "IMPORT_ACTIVE",
                "An import of %s is under way already%s.%nMaybe wait for its report, then send this one again."
                        .formatted(kind, holder.isEmpty() ? "" : ", that of " + holder));
    }
}
