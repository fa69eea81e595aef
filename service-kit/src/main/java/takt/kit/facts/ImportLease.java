package takt.kit.facts;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.function.Function;
import takt.kit.Category;
import takt.kit.Lease;
import takt.kit.TaktException;

/** The right to import one kind of facts. */
record ImportLease(Lease lease) {

    /** Fails with IMPORT_ACTIVE while another import of the kind is under way. */
    static Uni<ImportLease> take(Pool pool, String kind) {
        return Lease.tryTake(pool, "import." + kind)
                .map(taken -> new ImportLease(taken.orElseThrow(() -> active(kind))));
    }

    /**
     * All of the work lands, or nothing of it. Whoever takes a {@linkplain FactMoment moment} waits for it.
     */
    <T> Uni<T> transaction(Function<SqlConnection, Uni<T>> work) {
        return begin().chain(() -> work.apply(lease.connection()))
                .call(this::commit)
                .onFailure()
                .call(failure -> rollback().onFailure().recoverWithNull());
    }

    /** Begins a transaction that {@link #within} works in until {@link #commit} or {@link #rollback}. */
    Uni<Void> begin() {
        return lease.connection().begin().chain(begun -> FactMoment.enter(lease.connection()));
    }

    <T> Uni<T> within(Function<SqlConnection, Uni<T>> work) {
        return Uni.createFrom().deferred(() -> work.apply(lease.connection()));
    }

    Uni<Void> commit() {
        return lease.connection().transaction().commit();
    }

    Uni<Void> rollback() {
        return lease.connection().transaction().rollback();
    }

    /** Undoes what a cancelled import left open and gives the connection back. */
    Uni<Void> release() {
        return lease.release();
    }

    private static TaktException active(String kind) {
        return new TaktException(
                Category.PRECONDITION,
                "IMPORT_ACTIVE",
                "An import of %s is under way already.\nMaybe wait for its report, then send this one again."
                        .formatted(kind));
    }
}
