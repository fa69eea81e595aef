package takt.capacity.adapter.db;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import takt.capacity.commitment.AskedLine;
import takt.capacity.commitment.Commitment;
import takt.capacity.commitment.Submission;
import takt.capacity.usecase.FollowPublications;
import takt.capacity.usecase.port.CommitmentStore;
import takt.capacity.usecase.port.SharingDoor.Pulled;
import takt.kernel.PartnerId;
import takt.kit.BusinessClock;
import takt.kit.Once;
import takt.kit.caller.Audience;
import takt.kit.caller.Caller;
import takt.kit.db.Database;
import takt.kit.db.Locks;
import takt.kit.feed.Feed;
import takt.kit.feed.Offsets;

@ApplicationScoped
class DbCommitmentStore implements CommitmentStore {

    private static final int BATCH = 200;

    private final Database database;
    private final Feed feed;
    private final Offsets offsets;
    private final BusinessClock clock;

    DbCommitmentStore(Database database, Feed feed, Offsets offsets, BusinessClock clock) {
        this.database = database;
        this.feed = feed;
        this.offsets = offsets;
        this.clock = clock;
    }

    @Override
    public Uni<Void> take(Pulled pulled, long feedSequence) {
        return database.transaction(s -> offsets.advance(s, FollowPublications.FEED, feedSequence)
                .chain(first -> {
                    if (!first) {
                        return Uni.createFrom().voidItem();
                    }
                    Object[] rows =
                            pulled.lines().stream().map(AskedLineRow::of).toArray();
                    return s.insert(publication(pulled))
                            .chain(() -> s.insertAll(BATCH, rows))
                            .chain(() -> feed.append(s, "DEMAND_CHANGED", pulled.id(), Optional.of(pulled.supplier())));
                }));
    }

    @Override
    public Uni<Void> pass(long feedSequence) {
        return database.transaction(s -> offsets.advance(s, FollowPublications.FEED, feedSequence))
                .replaceWithVoid();
    }

    @Override
    public Uni<Long> countKnown(Collection<UUID> lineIds, PartnerId supplier) {
        return database.read(s -> s.createQuery(
                        "select count(*) from AskedLineRow l where l.id in :ids and l.supplier = :supplier", Long.class)
                .setParameter("ids", List.copyOf(lineIds))
                .setParameter("supplier", supplier.value())
                .getSingleResult());
    }

    @Override
    public Uni<Optional<Answered>> find(UUID requestId, PartnerId supplier) {
        return database.read(s -> answered(s, requestId, supplier));
    }

    private static Uni<Optional<Answered>> answered(
            Mutiny.StatelessSession session, UUID requestId, PartnerId supplier) {
        return session.createQuery(
                        "from SubmissionRow r where r.requestId = :id and r.supplier = :supplier", SubmissionRow.class)
                .setParameter("id", requestId)
                .setParameter("supplier", supplier.value())
                .getSingleResultOrNull()
                .map(row -> Optional.ofNullable(row).map(r -> new Answered(r.outcome(), r.content)));
    }

    @Override
    public Uni<Submission> decide(
            UUID requestId,
            String content,
            Caller caller,
            Collection<UUID> lineIds,
            BiFunction<List<AskedLine>, List<Commitment>, Submission> decision) {
        PartnerId supplier = caller.requirePartner();
        return database.transaction(s -> Locks.take(s, "commitment." + supplier)
                .chain(() -> answered(s, requestId, supplier))
                .chain(before -> before.isPresent()
                        ? Uni.createFrom().item(repeated(before.get(), content, requestId))
                        : AskedReader.own(s, lineIds, supplier.value())
                                .chain(lines ->
                                        AskedReader.inForce(s, lines).map(inForce -> decision.apply(lines, inForce)))
                                .chain(made -> keep(s, requestId, content, caller, made)
                                        .replaceWith(made))));
    }

    @Override
    public Uni<Boolean> isKnown(Audience audience, UUID publication) {
        return database.read(s -> s.createQuery(
                        "select count(*) from AskedPublicationRow p where p.id = :id and (:house = true or p.supplier = :partner)",
                        Long.class)
                .setParameter("id", publication)
                .setParameter("house", audience.isHouse())
                .setParameter("partner", audience.partner())
                .getSingleResult()
                .map(count -> count > 0));
    }

    @Override
    public Uni<List<Commitment>> inForce(
            Audience audience, Optional<UUID> publication, String part, int offset, int limit) {
        return database.read(s -> query(s, audience, publication)
                .setParameter("part", part)
                .setFirstResult(offset)
                .setMaxResults(limit)
                .getResultList()
                .chain(rows -> {
                    Set<UUID> ids = rows.stream().map(r -> r.lineId).collect(Collectors.toSet());
                    return AskedReader.byId(s, ids)
                            .map(lines -> AskedReader.commitments(
                                    rows,
                                    lines.stream().collect(Collectors.toMap(AskedLine::id, Function.identity()))));
                }));
    }

    private static Mutiny.SelectionQuery<CommitmentRow> query(
            Mutiny.StatelessSession session, Audience audience, Optional<UUID> publication) {
        Mutiny.SelectionQuery<CommitmentRow> query = session.createQuery(
                        "select c from CommitmentRow c, AskedLineRow l, AskedPublicationRow p where l.id = c.lineId and p.id = l.publicationId and "
                                + (publication.isPresent() ? "p.id = :publication" : AskedReader.NEWEST) + " and "
                                + AskedReader.IN_FORCE
                                + " and (:house = true or c.supplier = :partner) and (:part = '' or c.part = :part) order by c.part, c.supplier, c.lineId, c.week",
                        CommitmentRow.class)
                .setParameter("house", audience.isHouse())
                .setParameter("partner", audience.partner());
        publication.ifPresent(id -> query.setParameter("publication", id));
        return query;
    }

    private static Submission repeated(Answered before, String content, UUID requestId) {
        Once.requireSame(before.content(), content, requestId, "a request");
        return new Submission(List.of(), before.outcome());
    }

    private Uni<Void> keep(
            Mutiny.StatelessSession session, UUID requestId, String content, Caller caller, Submission submission) {
        Object[] rows = submission.commitments().stream()
                .map(c -> CommitmentRow.of(c, clock.now(), caller.name()))
                .toArray();
        Uni<Void> kept = session.insert(
                        SubmissionRow.of(requestId, caller.requirePartner(), content, submission.outcome()))
                .chain(() -> session.insertAll(BATCH, rows));
        return rows.length == 0
                ? kept
                : kept.chain(() -> feed.append(session, "COMMITMENTS_CHANGED", requestId, caller.partner()));
    }

    private static AskedPublicationRow publication(Pulled pulled) {
        AskedPublicationRow row = new AskedPublicationRow();
        row.id = pulled.id();
        row.number = pulled.number();
        row.supplier = pulled.supplier().value();
        row.firstWeek = pulled.firstWeek().monday();
        row.answerBy = pulled.answerBy();
        row.levels = pulled.levels();
        return row;
    }
}
