package takt.kit.db;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Gives out leases to whoever need not know of the database. */
@ApplicationScoped
public class Leases {

    private final Pool pool;

    Leases(Pool pool) {
        this.pool = pool;
    }

    /** Nothing while somebody else holds the lease of that name. */
    public Uni<Optional<Lease>> tryTake(String name) {
        return Lease.tryTake(pool, name);
    }
}
