package takt.forecast.adapter.db.data;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import takt.forecast.master.Catalogue;
import takt.forecast.master.SuccessionDraft;
import takt.forecast.master.UnitEquation;
import takt.forecast.master.UsageDraft;
import takt.forecast.usecase.data.port.Catalogues;
import takt.ingest.usecase.port.CodeStore;
import takt.kernel.UnitCode;

@ApplicationScoped
class DbCatalogues implements Catalogues {

    private final Pool pool;
    private final CodeStore references;

    DbCatalogues(Pool pool, CodeStore references) {
        this.pool = pool;
        this.references = references;
    }

    @Override
    public Uni<Catalogue> catalogue() {
        return Uni.combine()
                .all()
                .unis(
                        pairs("select part, unit from part_now", UnitCode::valueOf),
                        names("select site from site_now"),
                        names("select line from vehicle_line_now"),
                        successions(),
                        usage(),
                        references.meanings(),
                        equations())
                .with((parts, sites, lines, successions, usage, codes, equations) ->
                        new Catalogue(parts, sites, lines, successions, usage, codes, equations));
    }

    private Uni<SuccessionDraft> successions() {
        return pool.query("select successor, predecessor, valid_from from succession_now where predecessor <> ''")
                .execute()
                .map(rows -> new SuccessionDraft(SqlRows.list(rows).stream()
                        .collect(Collectors.toMap(
                                row -> row.getString(0),
                                row -> new SuccessionDraft.Link(row.getString(1), row.getLocalDate(2))))));
    }

    private Uni<UsageDraft> usage() {
        return pool.query("select part, line, valid_from, valid_to from usage_now")
                .execute()
                .map(rows -> {
                    UsageDraft usage = new UsageDraft();
                    rows.forEach(row -> usage.know(
                            row.getString(0),
                            row.getString(1),
                            new UsageDraft.Span(row.getLocalDate(2), row.getLocalDate(3))));
                    return usage;
                });
    }

    private Uni<Map<String, Map<UnitCode, UnitEquation>>> equations() {
        return pool.query("select part, unit, amount, equals from unit_conversion_now")
                .execute()
                .map(rows -> {
                    Map<String, Map<UnitCode, UnitEquation>> equations = new HashMap<>();
                    rows.forEach(row -> equations
                            .computeIfAbsent(row.getString(0), part -> new EnumMap<>(UnitCode.class))
                            .put(
                                    UnitCode.valueOf(row.getString(1)),
                                    new UnitEquation(
                                            BigDecimal.valueOf(row.getLong(2), 3),
                                            BigDecimal.valueOf(row.getLong(3), 3))));
                    return equations;
                });
    }

    private <T> Uni<Map<String, T>> pairs(String sql, Function<String, T> second) {
        return pool.query(sql).execute().map(rows -> {
            Map<String, T> pairs = new HashMap<>();
            rows.forEach(row -> pairs.put(row.getString(0), second.apply(row.getString(1))));
            return pairs;
        });
    }

    private Uni<Set<String>> names(String sql) {
        return pool.query(sql).execute().map(rows -> {
            Set<String> names = new HashSet<>();
            rows.forEach(row -> names.add(row.getString(0)));
            return names;
        });
    }
}
