package takt.capacity.adapter.db;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import takt.capacity.alert.Alert;
import takt.capacity.alert.AlertChange;
import takt.capacity.alert.Care;
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
    private static final int MOST_STEPS = 200;
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
                        .chain(change -> keep(s, supplier, change).replaceWith(change))));
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
    public Uni<Alert> take(Alert alert, Care.Step step, Caller caller) {
        Care.Taken taken = new Care.Taken(step, caller.name(), clock.now());
        return database.transaction(s -> Locks.take(s, matching(alert.gap().supplier()))
                .chain(() -> s.get(AlertRow.class, alert.id()))
                .chain(row -> {
                    Alert now = row.alert();
                    Alert after = now.after(taken);
                    return now.resolvedAt().isPresent() || after.equals(now)
                            ? Uni.createFrom().item(now)
                            : keep(s, after, taken).replaceWith(after);
                }));
    }

    private Uni<Void> keep(Mutiny.StatelessSession session, Alert alert, Care.Taken taken) {
        return session.update(AlertRow.of(alert))
                .chain(() -> session.insert(AlertStepRow.of(alert.id(), taken)))
                .chain(() -> feed.append(
                        session,
                        "ALERT_" + AlertStepRow.kindOf(taken.step()),
                        alert.id(),
                        Optional.of(alert.gap().supplier())));
    }

    @Override
    public Uni<List<Care.Taken>> steps(UUID alert) {
        return database.read(s -> s.createQuery(
                        "from AlertStepRow t where t.alertId = :alert order by t.ordinal desc", AlertStepRow.class)
                .setParameter("alert", alert)
                .setMaxResults(MOST_STEPS)
                .getResultList()
                .map(rows -> {
                    List<Care.Taken> steps = new ArrayList<>(
                            rows.stream().map(AlertStepRow::taken).toList());
                    Collections.reverse(steps);
                    return steps;
                }));
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

    private Uni<Void> keep(Mutiny.StatelessSession session, PartnerId supplier, AlertChange change) {
        Object[] opened = change.opened().stream().map(AlertRow::of).toArray();
        return session.insertAll(opened)
                .chain(() -> update(session, change.kept()))
                .chain(() -> update(session, change.resolved()))
                .chain(() -> append(session, "ALERT_OPENED", change.opened()))
                .chain(() -> append(session, "ALERT_RESOLVED", change.resolved()))
                .chain(() -> feed.append(
                        session,
                        "MATCHING_FINISHED",
                        UUID.nameUUIDFromBytes(supplier.value().getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                        Optional.of(supplier)));
    }

    private static Uni<Void> update(Mutiny.StatelessSession session, List<Alert> alerts) {
        return session.updateAll(alerts.stream().map(AlertRow::of).toArray());
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
