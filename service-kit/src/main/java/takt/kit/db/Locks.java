package takt.kit.db;

import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

/** Locks that last until the end of the transaction. */
public final class Locks {

    private Locks() {}

    /**
     * The statement that waits for the lock, for transactions of plain SQL.
     *
     * @param name a word of the code, never of a caller
     */
    public static String statement(String name) {
        return "select pg_advisory_xact_lock(hashtext(current_schema() || '.%s'))".formatted(name);
    }

    /** Waits for everybody else in this schema who holds the lock of that name. */
    public static Uni<Void> take(Mutiny.StatelessSession session, String name) {
        return session.createNativeQuery(
                        "select 1 from (select pg_advisory_xact_lock(hashtext(current_schema() || '.' || :name))) l",
                        Integer.class)
                .setParameter("name", name)
                .getSingleResult()
                .replaceWithVoid();
    }
}
