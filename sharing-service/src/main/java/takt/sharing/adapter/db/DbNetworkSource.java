package takt.sharing.adapter.db;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import takt.kernel.PartNumber;
import takt.kernel.PartnerId;
import takt.kernel.SiteId;
import takt.kernel.UnitCode;
import takt.sharing.network.BomLink;
import takt.sharing.network.HorizonZones;
import takt.sharing.network.Network;
import takt.sharing.network.Partner;
import takt.sharing.network.SupplyRelation;
import takt.sharing.usecase.port.NetworkSource;

@ApplicationScoped
class DbNetworkSource implements NetworkSource {

    private final Pool pool;

    DbNetworkSource(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Names> names() {
        return Uni.combine()
                .all()
                .unis(
                        numbers("select partner from partner_now"),
                        numbers("select site from site_now"),
                        numbers("select part from supply_relation union select parent from bom_link"
                                + " union select child from bom_link"))
                .with(Names::new);
    }

    private Uni<Set<String>> numbers(String sql) {
        return rows(sql, r -> r.getString(0)).map(HashSet::new);
    }

    @Override
    public Uni<Network> network() {
        return rows("select * from partner_now order by partner", DbNetworkSource::partner)
                .chain(partners -> rows("select site, partner from site_now", r -> r)
                        .chain(sites -> rows(
                                        "select * from supply_relation_now where share > 0", DbNetworkSource::relation)
                                .chain(relations -> bom().map(links -> new Network(
                                        partners,
                                        sites.stream()
                                                .collect(Collectors.toMap(
                                                        r -> new SiteId(r.getString("site")),
                                                        r -> new PartnerId(r.getString("partner")))),
                                        relations,
                                        links)))));
    }

    @Override
    public Uni<List<BomLink>> bom() {
        return rows(
                "select * from bom_link_now where quantity > 0 order by parent, child",
                r -> new BomLink(
                        new PartNumber(r.getString("parent")),
                        new PartNumber(r.getString("child")),
                        r.getBigDecimal("quantity"),
                        UnitCode.valueOf(r.getString("unit"))));
    }

    private <T> Uni<List<T>> rows(String sql, Function<Row, T> each) {
        return pool.query(sql)
                .execute()
                .map(found -> StreamSupport.stream(found.spliterator(), false)
                        .map(each)
                        .toList());
    }

    private static Partner partner(Row row) {
        return new Partner(
                new PartnerId(row.getString("partner")),
                row.getString("name"),
                row.getLong("tier").intValue());
    }

    private static SupplyRelation relation(Row row) {
        return new SupplyRelation(
                new PartNumber(row.getString("part")),
                new PartnerId(row.getString("customer")),
                new SiteId(row.getString("customer_site")),
                new PartnerId(row.getString("supplier")),
                row.getDouble("share"),
                row.getLong("lead_time_weeks").intValue(),
                row.getLong("pack"),
                new HorizonZones(
                        row.getLong("firm_weeks").intValue(),
                        row.getLong("production_weeks").intValue(),
                        row.getLong("material_weeks").intValue()),
                row.getLong("answer_days").intValue());
    }
}
