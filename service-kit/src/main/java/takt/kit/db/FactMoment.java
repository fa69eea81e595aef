package takt.kit.db;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.function.Function;

/**
 * Moments that part the facts known by then from those that came later. Transactions that append facts share a lock;
 * who takes a moment waits until none of them is open, so none can commit a fact that claims to be older.
 */
public final class FactMoment {

    private static final String LOCK = "hashtext(current_schema() || '.facts')";

    private FactMoment() {}

    /**
     * Before facts are appended in a transaction. Compiling the statement that appends costs more than it saves: a
     * million rows took 11.4 s without and 14.3 s with it. The commit need not wait for the disk: the record of the
     * import does, and so does every run that reads the facts, and what is on disk then includes all that was before.
     */
    public static Uni<Void> enter(SqlConnection connection) {
        return connection
                .query("select pg_advisory_xact_lock_shared(" + LOCK + "), set_config('jit', 'off', true), "
                        + "set_config('synchronous_commit', 'off', true)")
                .execute()
                .replaceWithVoid();
    }

    /** Appends facts in a transaction; whoever takes a moment waits for it. */
    public static <T> Uni<T> append(Pool pool, Function<SqlConnection, Uni<T>> work) {
        return pool.withTransaction(connection -> connection
                .query("select pg_advisory_xact_lock_shared(" + LOCK + ")")
                .execute()
                .chain(() -> work.apply(connection)));
    }

    /** Now, by the clock of the database, to the microsecond. */
    public static Uni<Instant> now(Pool pool) {
        return pool.withTransaction(connection -> connection
                .query("select pg_advisory_xact_lock(" + LOCK + ")")
                .execute()
                .chain(() -> connection.query("select clock_timestamp()").execute())
                .map(rows -> rows.iterator().next().getOffsetDateTime(0).toInstant()));
    }
}
