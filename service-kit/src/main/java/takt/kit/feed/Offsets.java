package takt.kit.feed;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;
import takt.kit.db.Database;

/**
 * Remembers how far another service's feed was followed. The offset is written in the transaction of the
 * effect, so an event that is delivered twice takes effect once.
 */
@ApplicationScoped
public class Offsets {

    private final Database database;

    Offsets(Database database) {
        this.database = database;
    }

    public Uni<Long> read(String feed) {
        return database.read(s -> s.get(OffsetRow.class, feed)).map(row -> row == null ? 0L : row.sequence);
    }

    /** Advances inside a transaction; false when the sequence had been passed already. */
    public Uni<Boolean> advance(Mutiny.StatelessSession session, String feed, long sequence) {
        return session.createNativeQuery(
                        "insert into consumer_offset (feed, sequence) values (:feed, :sequence) "
                                + "on conflict (feed) do update set sequence = excluded.sequence where consumer_offset.sequence < excluded.sequence")
                .setParameter("feed", feed)
                .setParameter("sequence", sequence)
                .executeUpdate()
                .map(rows -> rows == 1);
    }
}
