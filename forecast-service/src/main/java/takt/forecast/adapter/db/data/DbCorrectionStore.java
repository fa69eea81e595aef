package takt.forecast.adapter.db.data;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import takt.engine.series.SeriesKey;
import takt.forecast.cleanse.Correction;
import takt.forecast.cleanse.CorrectionCause;
import takt.forecast.cleanse.Finding;
import takt.forecast.cleanse.Standing;
import takt.forecast.cleanse.Subject;
import takt.forecast.usecase.data.port.CorrectionStore;
import takt.kernel.BucketCalendar;
import takt.kernel.PartNumber;
import takt.kernel.SiteId;
import takt.kit.db.CauseJson;
import takt.kit.db.FactMoment;
import takt.kit.db.Locks;
import takt.kit.error.Category;
import takt.kit.error.TaktException;
import takt.kit.feed.Feed;

@ApplicationScoped
public class DbCorrectionStore implements CorrectionStore {

    private static final String DECIDE = """
            insert into correction_decision (correction_id, standing, decided_by, note)
            select c.id, $3, $4, $5 from correction_now c
            join unnest($1::bigint[], $2::text[]) as w(id, standing) on w.id = c.id and w.standing = c.standing
            """;

    private static final String CHANGED = "CORRECTIONS_CHANGED";

    private final Pool pool;
    private final Feed feed;

    DbCorrectionStore(Pool pool, Feed feed) {
        this.pool = pool;
        this.feed = feed;
    }

    @Override
    public Uni<Outcome> propose(List<Found> page, String by) {
        return exclusively(connection -> new ProposalWriting(connection, by).write(page));
    }

    @Override
    public Uni<List<Recorded>> list(Filter filter, long after, int limit) {
        return pool.preparedQuery("""
                        select * from correction_now
                        where id > $1 and (part = $2 or $2 = '') and (method = $3 or $3 = '') and (standing = $4 or $4 = '')
                        order by id limit $5
                        """)
                .execute(Tuple.of(
                        after,
                        filter.part(),
                        filter.method().map(Enum::name).orElse(""),
                        filter.standing().map(Enum::name).orElse(""),
                        limit))
                .map(rows -> SqlRows.list(rows).stream()
                        .map(DbCorrectionStore::recorded)
                        .toList());
    }

    @Override
    public Uni<List<Recorded>> find(List<Long> ids) {
        return pool.preparedQuery("select * from correction_now where id = any($1) order by id")
                .execute(Tuple.of(ids.toArray(Long[]::new)))
                .map(rows -> SqlRows.list(rows).stream()
                        .map(DbCorrectionStore::recorded)
                        .toList());
    }

    @Override
    public Uni<Long> decide(List<Correction> corrections, Standing standing, String by, String note) {
        Tuple arguments = Tuple.of(
                corrections.stream().map(Correction::id).toArray(Long[]::new),
                corrections.stream().map(c -> c.standing().name()).toArray(String[]::new),
                standing.name(),
                by,
                note);
        return exclusively(connection -> connection
                        .preparedQuery(DECIDE)
                        .execute(arguments)
                        .invoke(rows -> {
                            if (rows.rowCount() < corrections.size()) {
                                throw new TaktException(
                                        Category.PRECONDITION,
                                        "CORRECTION_DECIDED",
                                        "Somebody else decided about one of the corrections meanwhile.\nMaybe list them again.");
                            }
                        }))
                .map(rows -> (long) rows.rowCount());
    }

    /** Decisions follow one another, so that none is made about a standing that is none any more. */
    private <T> Uni<T> exclusively(Function<SqlConnection, Uni<T>> work) {
        return FactMoment.append(
                pool,
                connection -> connection
                        .query(Locks.statement("corrections"))
                        .execute()
                        .chain(() -> work.apply(connection))
                        .call(() -> feed.append(connection, CHANGED, UUID.randomUUID())));
    }

    private static Recorded recorded(Row row) {
        return new Recorded(
                correction(row),
                row.getOffsetDateTime("found_at").toInstant(),
                row.getString("decided_by"),
                Optional.ofNullable(row.getOffsetDateTime("decided_at")).map(OffsetDateTime::toInstant),
                row.getString("note"));
    }

    public static Correction correction(Row row) {
        return new Correction(
                row.getLong("id"),
                subject(row),
                new Finding(
                        row.getLocalDate("bucket"),
                        row.getLong("original"),
                        row.getLong("corrected"),
                        CauseJson.parts(row.getJsonObject("reason")).as(CorrectionCause.class)),
                Standing.valueOf(row.getString("standing")));
    }

    static Subject subject(Row row) {
        return new Subject(
                new SeriesKey(new PartNumber(row.getString("part")), new SiteId(row.getString("site"))),
                BucketCalendar.valueOf(row.getString("calendar")));
    }
}
