package takt.forecast.adapter.db.version;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import takt.forecast.adapter.db.data.DbParts;
import takt.forecast.usecase.version.port.PartSummaries;
import takt.forecast.version.PartSummary;
import takt.forecast.version.PartSummary.Expected;
import takt.kernel.BucketCalendar;

/** One query a page: PostgreSQL sums only the rows of the page, unless they are ordered by a sum. */
@ApplicationScoped
class DbPartSummaries implements PartSummaries {

    /** $1 version, $2 words, $3 family, $4 site. */
    private static final String WANTED = """
            from part_now p left join forecast_series s on s.version_id = $1 and s.part = p.part
            where ($2 = '' or position(lower($2) in lower(p.part || ' ' || p.description || ' ' || p.family)) > 0)
                and ($3 = '' or p.family = $3) and ($4 = '' or s.site = $4)
            """;

    /** $5 the version before, $6 how many are passed over, $7 how many are wanted. */
    private static final String PAGE = """
            with wanted as (
                select p.part, p.description, p.unit, p.family, p.category,
                    s.site, s.calendar, s.first_bucket, s.model, s.mean %s),
            page as (
                select w.*,
                    sum_of_buckets(w.mean, 0, case w.calendar when 'ISO_WEEK' then 4 when 'MONTH' then 1 else 28 end) as next_4,
                    sum_of_buckets(w.mean, 0, case w.calendar when 'ISO_WEEK' then 13 when 'MONTH' then 3 else 91 end) as next_13,
                    sum_of_buckets(w.mean, 0, case w.calendar when 'ISO_WEEK' then 52 when 'MONTH' then 12 else 364 end) as next_52,
                    sum_of_buckets(w.mean, 0, case w.calendar when 'ISO_WEEK' then 13 when 'MONTH' then 3 else 91 end)
                        - sum_of_buckets(b.mean,
                            case w.calendar when 'ISO_WEEK' then (w.first_bucket - b.first_bucket) / 7
                                when 'MONTH' then 12 * (extract(year from w.first_bucket) - extract(year from b.first_bucket))::int
                                    + (extract(month from w.first_bucket) - extract(month from b.first_bucket))::int
                                else w.first_bucket - b.first_bucket end,
                            case w.calendar when 'ISO_WEEK' then 13 when 'MONTH' then 3 else 91 end) as change_13
                from wanted w left join forecast_series b
                    on b.version_id = $5 and b.part = w.part and b.site = w.site and b.calendar = w.calendar
                order by %s nulls last, w.part, w.site
                offset $6 limit $7)
            select *, mean[1:case calendar when 'ISO_WEEK' then 26 when 'MONTH' then 6 else 28 end]::float4[] as ahead,
                case when first_bucket is not null then array(
                    select coalesce(d.quantity / 1000.0, 'NaN')::float4
                    from generate_series(
                            first_bucket - case calendar when 'ISO_WEEK' then interval '52 weeks'
                                when 'MONTH' then interval '12 months' else interval '28 days' end,
                            first_bucket - interval '1 day',
                            case calendar when 'ISO_WEEK' then interval '1 week'
                                when 'MONTH' then interval '1 month' else interval '1 day' end) as at(bucket)
                    left join lateral (
                        select quantity from demand x
                        where x.part = page.part and x.site = page.site and x.calendar = page.calendar
                            and x.bucket = at.bucket::date
                        order by revision desc limit 1) d on true
                    order by at.bucket) end as known
            from page
            """;

    private final Pool pool;

    DbPartSummaries(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Found> find(UUID version, UUID against, Wanted wanted, Place place) {
        Tuple which = Tuple.of(version, wanted.query(), wanted.family(), wanted.site());
        Tuple where = Tuple.of(version, wanted.query(), wanted.family(), wanted.site())
                .addUUID(against)
                .addInteger(place.skip())
                .addInteger(place.limit());
        return pool.preparedQuery(
                        PAGE.formatted(WANTED, column(place.order()) + (place.isDescending() ? " desc" : " asc")))
                .execute(where)
                .map(rows -> list(rows).map(DbPartSummaries::summary).toList())
                .chain(some -> pool.preparedQuery("select count(*) " + WANTED)
                        .execute(which)
                        .map(rows -> new Found(some, rows.iterator().next().getLong(0))));
    }

    private static String column(Order order) {
        return switch (order) {
            case PART -> "w.part";
            case DESCRIPTION -> "w.description";
            case FAMILY -> "w.family";
            case SITE -> "w.site";
            case MODEL -> "w.model";
            case NEXT_4 -> "next_4";
            case NEXT_13 -> "next_13";
            case NEXT_52 -> "next_52";
            case CHANGE -> "change_13";
        };
    }

    @Override
    public Uni<List<PartSummary.Group>> groups(UUID version, Grouping grouping, int limit) {
        String column = grouping == Grouping.SITE ? "s.site" : "p.family";
        return pool.preparedQuery("""
                        select * from (
                            select %1$s as name, count(*)::int as parts
                            from part_now p left join forecast_series s on s.version_id = $1 and s.part = p.part
                            where %1$s <> '' group by %1$s order by parts desc, name limit $2) largest
                        order by name
                        """.formatted(column))
                .execute(Tuple.of(version, limit))
                .map(rows -> list(rows)
                        .map(row -> new PartSummary.Group(row.getString("name"), row.getInteger("parts")))
                        .toList());
    }

    private static Stream<Row> list(Iterable<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }

    private static PartSummary summary(Row row) {
        return new PartSummary(
                DbParts.part(row),
                Optional.ofNullable(row.getString("site"))
                        .map(site -> new Expected(
                                site,
                                BucketCalendar.valueOf(row.getString("calendar")),
                                row.getLocalDate("first_bucket"),
                                row.getString("model"),
                                amount(row.getDouble("next_4")),
                                amount(row.getDouble("next_13")),
                                amount(row.getDouble("next_52")),
                                amount(row.getDouble("change_13")),
                                amounts(row.getArrayOfFloats("known")),
                                amounts(row.getArrayOfFloats("ahead")))));
    }

    private static OptionalDouble amount(@Nullable Double amount) {
        return amount == null ? OptionalDouble.empty() : OptionalDouble.of(amount);
    }

    private static float[] amounts(Float[] amounts) {
        float[] plain = new float[amounts.length];
        for (int i = 0; i < plain.length; i++) {
            plain[i] = amounts[i];
        }
        return plain;
    }
}
