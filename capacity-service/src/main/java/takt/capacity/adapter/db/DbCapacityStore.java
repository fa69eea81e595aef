package takt.capacity.adapter.db;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import takt.capacity.declaration.CapacityGroup;
import takt.capacity.usecase.port.CapacityStore;
import takt.kit.BusinessClock;
import takt.kit.Once;
import takt.kit.caller.Audience;
import takt.kit.caller.Caller;
import takt.kit.db.Database;
import takt.kit.db.Locks;
import takt.kit.error.TaktException;
import takt.kit.feed.Feed;

@ApplicationScoped
class DbCapacityStore implements CapacityStore {

    static final String NEWEST = "g.revision = (select max(h.revision) from GroupRow h where h.id = g.id)";

    private final Database database;
    private final Feed feed;
    private final BusinessClock clock;

    DbCapacityStore(Database database, Feed feed, BusinessClock clock) {
        this.database = database;
        this.feed = feed;
        this.clock = clock;
    }

    @Override
    public Uni<CapacityGroup> declare(CapacityGroup group, UUID requestId, Caller caller) {
        return database.transaction(s -> Locks.take(s, "group." + group.supplier())
                .chain(() -> Locks.take(s, "group." + group.id()))
                .chain(() -> s.createQuery(
                                "from GroupRow g where g.requestId = :id and g.supplier = :supplier", GroupRow.class)
                        .setParameter("id", requestId)
                        .setParameter("supplier", group.supplier().value())
                        .getSingleResultOrNull())
                .chain(again -> again != null
                        ? Uni.createFrom().item(repeated(again, group, requestId))
                        : revise(s, group, requestId, caller)));
    }

    private static CapacityGroup repeated(GroupRow before, CapacityGroup group, UUID requestId) {
        if (!before.id.equals(group.id())) {
            throw TaktException.reused("request_id", requestId, "the capacity group " + before.id);
        }
        Once.requireSame(
                before.content,
                GroupRow.of(group, before.revision, requestId, before.declaredAt, before.declaredBy).content,
                requestId,
                "a declaration of the same group");
        return before.group();
    }

    private Uni<CapacityGroup> revise(Mutiny.StatelessSession s, CapacityGroup group, UUID requestId, Caller caller) {
        return s.createQuery("from GroupRow g where g.id = :id and " + NEWEST, GroupRow.class)
                .setParameter("id", group.id())
                .getSingleResultOrNull()
                .chain(before -> {
                    if (before != null
                            && !before.supplier.equals(group.supplier().value())) {
                        throw TaktException.notFound(
                                "GROUP_UNKNOWN", "capacity group", group.id().toString());
                    }
                    GroupRow row = GroupRow.of(
                            group, before == null ? 1 : before.revision + 1, requestId, clock.now(), caller.name());
                    return s.insert(row)
                            .chain(() -> feed.append(s, "CAPACITY_CHANGED", group.id(), Optional.of(group.supplier())))
                            .replaceWith(row.group());
                });
    }

    @Override
    public Uni<List<CapacityGroup>> groups(Audience audience, int offset, int limit) {
        return database.read(s -> groups(s, audience, offset, limit));
    }

    static Uni<List<CapacityGroup>> groups(Mutiny.StatelessSession session, Audience audience, int offset, int limit) {
        return session.createQuery(
                        "from GroupRow g where " + NEWEST
                                + " and (:house = true or g.supplier = :partner) order by g.name, g.id",
                        GroupRow.class)
                .setParameter("house", audience.isHouse())
                .setParameter("partner", audience.partner())
                .setFirstResult(offset)
                .setMaxResults(limit)
                .getResultList()
                .map(rows -> rows.stream().map(GroupRow::group).toList());
    }
}
