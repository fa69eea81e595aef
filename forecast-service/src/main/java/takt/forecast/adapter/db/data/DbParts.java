package takt.forecast.adapter.db.data;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import takt.engine.series.Succession.Link;
import takt.forecast.master.PartFacts;
import takt.forecast.master.PartMaster;
import takt.forecast.usecase.data.port.Parts;
import takt.kernel.DemandCategory;
import takt.kernel.PartNumber;
import takt.kernel.UnitCode;

/** Parts as known now, each with the part before it and the part after it. */
@ApplicationScoped
public class DbParts implements Parts {

    private static final String MATCH =
            " (position(lower($1) in lower(part || ' ' || description || ' ' || family)) > 0 or $1 = '')";

    private final Pool pool;

    DbParts(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<String>> partNumbers() {
        return pool.query("select part from part_now order by part")
                .execute()
                .map(rows ->
                        SqlRows.list(rows).stream().map(row -> row.getString(0)).toList());
    }

    @Override
    public Uni<List<PartMaster>> parts(String query, String after, int limit) {
        return pool.preparedQuery("select * from part_now where" + MATCH + " and part > $2 order by part limit $3")
                .execute(Tuple.of(query, after, limit))
                .map(rows -> SqlRows.list(rows).stream().map(DbParts::part).toList())
                .chain(this::linked);
    }

    @Override
    public Uni<Long> countParts(String query) {
        return pool.preparedQuery("select count(*) from part_now where" + MATCH)
                .execute(Tuple.of(query))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    @Override
    public Uni<Optional<PartMaster>> part(String part) {
        return pool.preparedQuery("select * from part_now where part = $1")
                .execute(Tuple.of(part))
                .map(rows -> SqlRows.list(rows).stream().map(DbParts::part).toList())
                .chain(this::linked)
                .map(found -> found.stream().findFirst());
    }

    private Uni<List<PartMaster>> linked(List<PartFacts> parts) {
        String[] numbers = parts.stream().map(PartFacts::part).toArray(String[]::new);
        return pool.preparedQuery(
                        "select * from succession_now where predecessor <> '' and (successor = any($1) or predecessor = any($1))")
                .execute(Tuple.of(numbers))
                .map(rows -> SqlRows.list(rows).stream().map(DbParts::link).toList())
                .map(links ->
                        parts.stream().map(part -> PartMaster.of(part, links)).toList());
    }

    public static Link link(Row row) {
        return new Link(
                new PartNumber(row.getString("predecessor")),
                new PartNumber(row.getString("successor")),
                row.getLocalDate("valid_from"));
    }

    public static PartFacts part(Row row) {
        return new PartFacts(
                row.getString("part"),
                row.getString("description"),
                UnitCode.valueOf(row.getString("unit")),
                row.getString("family"),
                DemandCategory.find(row.getString("category")).orElseThrow());
    }
}
