package takt.ingest.usecase;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import takt.ingest.adapter.db.ImportLease;

/**
 * Writes of one import, one after the other. While one is on its way the next may be prepared, no more than one. A
 * strict import is a single transaction, any other commits each write.
 */
public final class Landing {

    private final ImportLease lease;
    private final boolean strict;
    private Uni<Void> inFlight = Uni.createFrom().voidItem();
    private volatile boolean isReleased;

    Landing(ImportLease lease, boolean strict) {
        this.lease = lease;
        this.strict = strict;
    }

    public Uni<Void> open() {
        return strict ? lease.begin() : Uni.createFrom().voidItem();
    }

    /** Completes when the write before is done and this one is on its way; a failure shows with the next. */
    public Uni<Void> add(Function<SqlConnection, Uni<Void>> write) {
        return inFlight.invoke(() -> {
            if (isReleased) { // whoever was cancelled while waiting must not write after the end
                throw new CancellationException("The import was given up.");
            }
            inFlight = (strict ? lease.within(write) : lease.transaction(write))
                    .memoize()
                    .indefinitely();
            inFlight.subscribe().with(done -> {}, failure -> {}); // whoever comes next, or the end, hears of it
        });
    }

    /** Waits for all writes; a strict import is kept or undone as a whole. */
    public Uni<Void> end(boolean keep) {
        return inFlight.chain(() -> !strict ? Uni.createFrom().voidItem() : keep ? lease.commit() : lease.rollback());
    }

    /** Gives the connection back once nothing is on its way any more. */
    public Uni<Void> release() {
        isReleased = true;
        return inFlight.onFailure().recoverWithNull().chain(lease::release);
    }
}
