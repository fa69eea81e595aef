package takt.capacity.adapter.db;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import takt.capacity.alert.Alert;
import takt.capacity.alert.AlertChange;
import takt.capacity.usecase.port.AlertStore;
import takt.kernel.PartnerId;
import takt.kit.BusinessClock;
import takt.kit.caller.Audience;
import takt.kit.caller.Caller;
import takt.kit.db.Database;
import takt.kit.db.Locks;
import takt.kit.feed.Feed;

@ApplicationScoped
class DbAlertStore implements AlertStore {

    private static final int MOST_GROUPS = 10_000;
    private static final String LOUDNESS =
            " order by case a.kind when 'BOTTLENECK' then 0 when 'COMMITMENT_SHORTFALL' then 1 when 'BOTTLENECK_FLEXIBLE' then 2 else 3 end, "
                    + "a.critical desc, a.gap desc, a.id";

    private final Database database;
    private final Feed feed;
    private final BusinessClock clock;

    DbAlertStore(Database database, Feed feed, BusinessClock clock) {
        this.database = database;
        this.feed = feed;
        this.clock = clock;
    }

    @Override
    public Uni<List<PartnerId>> suppliers() {
        return database.read(s -> s.createQuery("select distinct p.supplier from AskedPublicationRow p", String.class)
                .getResultList()
                .map(all -> all.stream().map(PartnerId::new).toList()));
    }

    @Override
    public Uni<AlertChange> match(PartnerId supplier, Function<Situation, AlertChange> matching) {
        return database.transaction(s -> Locks.take(s, matching(supplier))
                .chain(() -> unresolved(s, supplier))
                .chain(rows -> situation(s, supplier, rows)
                        .map(matching)
                        .chain(change -> keep(s, supplier, rows, change).replaceWith(change))));
    }

    @Override
    public Uni<List<Alert>> list(Audience audience, String part, boolean resolvedToo, int offset, int limit) {
        return database.read(s -> s.createQuery(
                        "from AlertRow a where (:house = true or a.supplier = :partner) and (:all = true or a.resolvedAt is null) "
                                + "and (:part = '' or array_contains(a.parts, :part))" + LOUDNESS,
                        AlertRow.class)
                .setParameter("house", audience.isHouse())
                .setParameter("partner", audience.partner())
                .setParameter("all", resolvedToo)
                .setParameter("part", part)
                .setFirstResult(offset)
                .setMaxResults(limit)
                .getResultList()
                .map(rows -> rows.stream().map(AlertRow::alert).toList()));
    }

    @Override
    public Uni<Optional<Alert>> find(UUID id) {
        return database.read(s ->
                s.get(AlertRow.class, id).map(row -> Optional.ofNullable(row).map(AlertRow::alert)));
    }

    @Override
    public Uni<Void> acknowledge(Alert alert, Caller caller) {
        return database.transaction(s -> Locks.take(s, matching(alert.gap().supplier()))
                .chain(() -> s.createMutationQuery(
                                "update AlertRow a set a.acknowledgedAt = :at, a.acknowledgedBy = :by where a.id = :id and a.acknowledgedAt is null and a.resolvedAt is null")
                        .setParameter("at", clock.now())
                        .setParameter("by", caller.name())
                        .setParameter("id", alert.id())
                        .executeUpdate())
                .chain(changed -> changed == 0
                        ? Uni.createFrom().voidItem()
                        : feed.append(
                                s,
                                "ALERT_ACKNOWLEDGED",
                                alert.id(),
                                Optional.of(alert.gap().supplier()))));
    }

    /** A matching rewrites the supplier's alerts; nobody else touches them meanwhile. */
    private static String matching(PartnerId supplier) {
        return "matching." + supplier;
    }

    private static Uni<List<AlertRow>> unresolved(Mutiny.StatelessSession session, PartnerId supplier) {
        return session.createQuery(
                        "from AlertRow a where a.supplier = :supplier and a.resolvedAt is null", AlertRow.class)
                .setParameter("supplier", supplier.value())
                .getResultList();
    }

    private static Uni<Situation> situation(
            Mutiny.StatelessSession session, PartnerId supplier, List<AlertRow> unresolved) {
        return AskedReader.current(session, supplier.value())
                .chain(lines -> DbCapacityStore.groups(session, new Audience.Partner(supplier), 0, MOST_GROUPS)
                        .chain(groups -> AskedReader.inForce(session, lines)
                                .map(commitments -> new Situation(
                                        lines,
                                        groups,
                                        commitments,
                                        unresolved.stream().map(AlertRow::alert).toList()))));
    }

    private Uni<Void> keep(
            Mutiny.StatelessSession session, PartnerId supplier, List<AlertRow> before, AlertChange change) {
        Map<UUID, AlertRow> known = before.stream().collect(Collectors.toMap(r -> r.id, Function.identity()));
        Object[] opened =
                change.opened().stream().map(a -> AlertRow.of(a, null)).toArray();
        return session.insertAll(opened)
                .chain(() -> update(session, change.kept(), known))
                .chain(() -> update(session, change.resolved(), known))
                .chain(() -> append(session, "ALERT_OPENED", change.opened()))
                .chain(() -> append(session, "ALERT_RESOLVED", change.resolved()))
                .chain(() -> feed.append(
                        session,
                        "MATCHING_FINISHED",
                        UUID.nameUUIDFromBytes(supplier.value().getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                        Optional.of(supplier)));
    }

    private static Uni<Void> update(Mutiny.StatelessSession session, List<Alert> alerts, Map<UUID, AlertRow> known) {
        Object[] rows = alerts.stream()
                .map(a -> AlertRow.of(a, acknowledgedBy(known.get(a.id()))))
                .toArray();
        return session.updateAll(rows);
    }

    private static @Nullable String acknowledgedBy(@Nullable AlertRow row) {
        return row == null ? null : row.acknowledgedBy;
    }

    private Uni<Void> append(Mutiny.StatelessSession session, String kind, Collection<Alert> alerts) {
        return feed.append(
                session,
                kind,
                alerts.stream()
                        .map(a -> new Feed.About(a.id(), Optional.of(a.gap().supplier())))
                        .toList());
    }
}
