package takt.kit.db;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The right to be the only one in this schema who does something, on a connection of its own. It ends with the
 * connection at the latest, so a service that dies leaves none behind.
 */
public record Lease(SqlConnection connection) {

    private static final String KEY = "hashtext(current_schema() || '.' || $1)";

    /** Nothing while somebody else holds the lease of that name. */
    public static Uni<Optional<Lease>> tryTake(Pool pool, String name) {
        return tryTake(pool, name, "");
    }

    /** @param holder whom {@link #holder} names as long as the lease lasts, at most 63 characters */
    public static Uni<Optional<Lease>> tryTake(Pool pool, String name, String holder) {
        return Uni.createFrom().emitter(emitter -> {
            AtomicBoolean isGone = new AtomicBoolean();
            emitter.onTermination(() -> isGone.set(true));
            // of its own: who is cancelled meanwhile must not leave a lease behind that nobody knows of
            take(pool, name, holder)
                    .chain(taken -> isGone.get() && taken.isPresent()
                            ? taken.get().release().replaceWith(taken)
                            : Uni.createFrom().item(taken))
                    .subscribe()
                    .with(emitter::complete, emitter::fail);
        });
    }

    /** Who holds the lease of a name, as he said when he took it; empty when nobody does, or did not say. */
    public static Uni<String> holder(Pool pool, String name) {
        return pool.preparedQuery("select a.application_name from pg_locks l join pg_stat_activity a using (pid)"
                        + " where l.locktype = 'advisory' and l.granted and l.objsubid = 1"
                        + " and (l.classid::bigint << 32 | l.objid::bigint) = " + KEY + "::bigint")
                .execute(Tuple.of(name))
                .map(rows -> rows.iterator().hasNext() ? rows.iterator().next().getString(0) : "");
    }

    private static Uni<Optional<Lease>> take(Pool pool, String name, String holder) {
        return pool.getConnection()
                .chain(connection -> connection
                        .preparedQuery("select pg_try_advisory_lock(" + KEY + ")")
                        .execute(Tuple.of(name))
                        .chain(rows -> rows.iterator().next().getBoolean(0)
                                ? connection
                                        .preparedQuery("select set_config('application_name', $1, false)")
                                        .execute(Tuple.of(holder))
                                        .replaceWith(Optional.of(new Lease(connection)))
                                : connection.close().replaceWith(Optional.<Lease>empty()))
                        .onFailure()
                        .call(failure -> connection.close().onFailure().recoverWithNull()));
    }

    /** Undoes what a cancelled piece of work left open and gives the connection back. */
    public Uni<Void> release() {
        boolean isOpen = connection.getDelegate().transaction() != null;
        return (isOpen
                        ? connection.query("rollback").execute()
                        : Uni.createFrom().nullItem())
                .chain(() -> connection
                        .query("select pg_advisory_unlock_all(), set_config('application_name', '', false)")
                        .execute())
                .onFailure()
                .recoverWithNull()
                .chain(connection::close)
                .onFailure()
                .recoverWithNull();
    }
}
