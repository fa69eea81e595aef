package takt.kit;

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

    /** Nothing while somebody else holds the lease of that name. */
    public static Uni<Optional<Lease>> tryTake(Pool pool, String name) {
        return Uni.createFrom().emitter(emitter -> {
            AtomicBoolean isGone = new AtomicBoolean();
            emitter.onTermination(() -> isGone.set(true));
            // of its own: who is cancelled meanwhile must not leave a lease behind that nobody knows of
            take(pool, name)
                    .chain(taken -> isGone.get() && taken.isPresent()
                            ? taken.get().release().replaceWith(taken)
                            : Uni.createFrom().item(taken))
                    .subscribe()
                    .with(emitter::complete, emitter::fail);
        });
    }

    private static Uni<Optional<Lease>> take(Pool pool, String name) {
        return pool.getConnection()
                .chain(connection -> connection
                        .preparedQuery("select pg_try_advisory_lock(hashtext(current_schema() || '.' || $1))")
                        .execute(Tuple.of(name))
                        .chain(rows -> rows.iterator().next().getBoolean(0)
                                ? Uni.createFrom().item(Optional.of(new Lease(connection)))
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
                .chain(() -> connection.query("select pg_advisory_unlock_all()").execute())
                .onFailure()
                .recoverWithNull()
                .chain(connection::close)
                .onFailure()
                .recoverWithNull();
    }
}
