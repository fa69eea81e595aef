package takt.kit.facts;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.function.Function;
import takt.kit.Category;
import takt.kit.TaktException;

/**
 * The right to import one kind of facts, on a connection of its own. It ends with the connection at the latest, so
 * a service that dies leaves none behind.
 */
record ImportLease(SqlConnection connection) {

    /** Fails with IMPORT_ACTIVE while another import of the kind is under way. */
    static Uni<ImportLease> take(Pool pool, String kind) {
        return pool.getConnection()
                .chain(connection -> connection
                        .preparedQuery("select pg_try_advisory_lock(hashtext(current_schema() || '.import.' || $1))")
                        .execute(Tuple.of(kind))
                        .map(rows -> {
                            if (!rows.iterator().next().getBoolean(0)) {
                                throw active(kind);
                            }
                            return new ImportLease(connection);
                        })
                        .onFailure()
                        .call(connection::close));
    }

    /** All of the work lands, or nothing of it. */
    <T> Uni<T> transaction(Function<SqlConnection, Uni<T>> work) {
        return connection
                .begin()
                .chain(begun -> work.apply(connection)
                        .call(begun::commit)
                        .onFailure()
                        .call(failure -> begun.rollback().onFailure().recoverWithNull()));
    }

    /** Undoes what a cancelled import left open and gives the connection back. */
    Uni<Void> release() {
        return connection
                .query("rollback")
                .execute()
                .chain(() -> connection.query("select pg_advisory_unlock_all()").execute())
                .onFailure()
                .recoverWithNull()
                .chain(connection::close)
                .onFailure()
                .recoverWithNull();
    }

    private static TaktException active(String kind) {
        return new TaktException(
                Category.PRECONDITION,
                "IMPORT_ACTIVE",
                "An import of %s is under way already.\nMaybe wait for its report, then send this one again."
                        .formatted(kind));
    }
}
