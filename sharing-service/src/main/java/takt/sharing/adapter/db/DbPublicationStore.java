package takt.sharing.adapter.db;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import takt.kernel.PartNumber;
import takt.kernel.Week;
import takt.kit.BusinessClock;
import takt.kit.caller.Audience;
import takt.kit.caller.Caller;
import takt.kit.db.Database;
import takt.kit.db.Locks;
import takt.kit.feed.Feed;
import takt.kit.feed.Offsets;
import takt.sharing.explosion.Gaps;
import takt.sharing.explosion.Surplus;
import takt.sharing.network.SupplyRelation;
import takt.sharing.publication.Publication;
import takt.sharing.publication.PublicationPlan;
import takt.sharing.usecase.PublishVersion;
import takt.sharing.usecase.port.PublicationStore;

@ApplicationScoped
class DbPublicationStore implements PublicationStore {

    private static final int PAGE = 200;

    private final Database database;
    private final Feed feed;
    private final Offsets offsets;
    private final BusinessClock clock;

    DbPublicationStore(Database database, Feed feed, Offsets offsets, BusinessClock clock) {
        this.database = database;
        this.feed = feed;
        this.offsets = offsets;
        this.clock = clock;
    }

    @Override
    public Uni<Void> publish(Edition edition, List<PublicationPlan.Draft> drafts, Gaps gaps) {
        return database.transaction(s -> offsets.advance(s, PublishVersion.FEED, edition.feedSequence())
                .chain(first -> first
                        ? new EditionWriting(s, edition, clock)
                                .write(drafts, gaps)
                                .chain(created -> feed.append(s, "PUBLICATION_CREATED", created))
                        : Uni.createFrom().voidItem()));
    }

    @Override
    public Uni<Optional<Published>> published(UUID versionId) {
        return database.read(s -> s.get(EditionRow.class, versionId)
                .chain(row -> row == null
                        ? Uni.createFrom().item(Optional.<Published>empty())
                        : s.createQuery(
                                        "from EditionGapRow g where g.versionId = :version order by g.ordinal",
                                        EditionGapRow.class)
                                .setParameter("version", versionId)
                                .getResultList()
                                .map(gaps -> Optional.of(new Published(
                                        versionId,
                                        row.publishedAt,
                                        new Week(row.firstWeek),
                                        row.publications,
                                        row.lines,
                                        row.unsupplied,
                                        new Gaps(
                                                gaps.stream()
                                                        .map(EditionGapRow::gap)
                                                        .toList(),
                                                Stream.of(row.passedThrough)
                                                        .map(PartNumber::new)
                                                        .toList()))))));
    }

    @Override
    public Uni<Void> pass(long feedSequence) {
        return database.transaction(s -> offsets.advance(s, PublishVersion.FEED, feedSequence))
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<Publication>> find(UUID id, Audience audience) {
        return database.read(s -> s.createQuery(
                        "from PublicationRow p where p.id = :id and (:house = true or p.supplier = :partner)",
                        PublicationRow.class)
                .setParameter("id", id)
                .setParameter("house", audience.isHouse())
                .setParameter("partner", audience.partner())
                .getSingleResultOrNull()
                .chain(row -> row == null
                        ? Uni.createFrom().item(Optional.<Publication>empty())
                        : s.get(AcknowledgementRow.class, id).map(a -> Optional.of(row.publication(a)))));
    }

    @Override
    public Uni<List<Publication>> list(Audience audience, Optional<UUID> version, int offset, int limit) {
        return database.read(s -> s.createQuery(
                        "from PublicationRow p where (:house = true or p.supplier = :partner) and (:any = true or p.versionId = :version) "
                                + "order by p.createdAt desc, p.supplier, p.number desc",
                        PublicationRow.class)
                .setParameter("house", audience.isHouse())
                .setParameter("partner", audience.partner())
                .setParameter("any", version.isEmpty())
                .setParameter("version", version.orElse(new UUID(0, 0)))
                .setFirstResult(offset)
                .setMaxResults(limit)
                .getResultList()
                .chain(rows -> acknowledged(s, rows)));
    }

    @Override
    public Multi<StoredLine> lines(UUID publicationId, String part) {
        return database.<LineRow>pages(last -> s -> s.createQuery(
                                "from LineRow l where l.publicationId = :publication and l.ordinal > :after and (:part = '' or l.part = :part) order by l.ordinal",
                                LineRow.class)
                        .setParameter("publication", publicationId)
                        .setParameter("after", last == null ? -1 : last.ordinal)
                        .setParameter("part", part)
                        .setMaxResults(PAGE)
                        .getResultList())
                .map(LineRow::stored);
    }

    /** A part has few suppliers; one page holds them all. */
    @Override
    public Multi<StoredLine> newestLines(String part) {
        return database.read(s -> s.createQuery(
                                "from LineRow l where l.part = :part and l.publicationId in (select p.id from PublicationRow p where p.number = "
                                        + "(select max(q.number) from PublicationRow q where q.supplier = p.supplier)) order by l.supplier, l.customer, l.ordinal",
                                LineRow.class)
                        .setParameter("part", part)
                        .setMaxResults(PAGE)
                        .getResultList())
                .onItem()
                .<LineRow>disjoint()
                .map(LineRow::stored);
    }

    @Override
    public Uni<Void> acknowledge(Publication publication, Caller caller) {
        AcknowledgementRow row = new AcknowledgementRow();
        row.publicationId = publication.id();
        row.acknowledgedAt = clock.now();
        row.acknowledgedBy = caller.name();
        return database.transaction(s -> Locks.take(s, "acknowledgement." + publication.id())
                .chain(() -> s.get(AcknowledgementRow.class, publication.id()))
                .chain(before -> before != null
                        ? Uni.createFrom().voidItem()
                        : s.insert(row)
                                .chain(() -> feed.append(
                                        s,
                                        "PUBLICATION_ACKNOWLEDGED",
                                        publication.id(),
                                        Optional.of(publication.supplier())))));
    }

    @Override
    public Uni<Function<SupplyRelation, Optional<Surplus>>> surplusBefore(Week first) {
        return database.read(s -> s.createQuery(
                        "select l.part, l.supplier, l.customer, l.customerSite, l.dueBefore, l.surplus, p.weeks from LineRow l join PublicationRow p on p.id = l.publicationId "
                                + "where p.number = (select max(q.number) from PublicationRow q where q.supplier = p.supplier and q.firstWeek < :first)",
                        Object[].class)
                .setParameter("first", first.monday())
                .getResultList()
                .map(rows -> {
                    Map<List<Object>, Surplus> byRelation = new HashMap<>();
                    for (Object[] row : rows) {
                        long[] surplus = (long[]) row[5];
                        Week begin = new Week((LocalDate) row[4]).plus((int) row[6] - surplus.length);
                        byRelation.put(List.of(row[0], row[1], row[2], row[3]), new Surplus(begin, surplus));
                    }
                    return relation -> Optional.ofNullable(byRelation.get(List.of(
                            relation.part().value(),
                            relation.supplier().value(),
                            relation.customer().value(),
                            relation.customerSite().value())));
                }));
    }

    private static Uni<List<Publication>> acknowledged(Mutiny.StatelessSession session, List<PublicationRow> rows) {
        return session.createQuery("from AcknowledgementRow a where a.publicationId in :ids", AcknowledgementRow.class)
                .setParameter("ids", rows.stream().map(r -> r.id).toList())
                .getResultList()
                .map(found -> {
                    var byId = found.stream().collect(Collectors.toMap(a -> a.publicationId, Function.identity()));
                    return rows.stream().map(r -> r.publication(byId.get(r.id))).toList();
                });
    }
}
