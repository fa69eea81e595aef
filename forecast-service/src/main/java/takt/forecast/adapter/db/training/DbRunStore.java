package takt.forecast.adapter.db.training;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import takt.forecast.adapter.db.registry.DbPromotionStore;
import takt.forecast.adapter.db.registry.PromotionRow;
import takt.forecast.training.RunKind;
import takt.forecast.training.RunOrder;
import takt.forecast.training.TrainingRun;
import takt.forecast.usecase.training.port.Claim;
import takt.forecast.usecase.training.port.RunStore;
import takt.kit.BusinessClock;
import takt.kit.db.Database;
import takt.kit.db.Locks;
import takt.kit.error.Category;
import takt.kit.error.TaktException;
import takt.kit.feed.Feed;

@ApplicationScoped
class DbRunStore implements RunStore {

    private static final String ACTIVE = "training_run_active";
    private static final String FINISHED = "TRAINING_RUN_FINISHED";
    private static final int MOST_ATTEMPTS = 5;
    private static final String GIVEN_UP =
            "The run was taken up %d times without getting any further; the log of the service may say why.\nMaybe resume it when that is mended."
                    .formatted(MOST_ATTEMPTS);
    private static final String UNDER_WAY = "('QUEUED', 'RUNNING')";

    private final Database database;
    private final Feed feed;
    private final BusinessClock clock;

    DbRunStore(Database database, Feed feed, BusinessClock clock) {
        this.database = database;
        this.feed = feed;
        this.clock = clock;
    }

    @Override
    public Uni<Optional<TrainingRun>> find(UUID id) {
        return one("from TrainingRunRow r where r.id = :key", id);
    }

    @Override
    public Uni<Optional<TrainingRun>> findByRequest(UUID requestId) {
        return one("from TrainingRunRow r where r.requestId = :key", requestId);
    }

    @Override
    public Uni<Optional<TrainingRun>> findByModel(int number) {
        return one("from TrainingRunRow r where r.modelNumber = :key", number);
    }

    private Uni<Optional<TrainingRun>> one(String query, Object key) {
        return database.read(s -> s.createQuery(query, TrainingRunRow.class)
                .setParameter("key", key)
                .getSingleResultOrNull()
                .map(row -> Optional.ofNullable(row).map(TrainingRunRow::run)));
    }

    @Override
    public Uni<List<Listed>> list(long belowOrdinal, int limit) {
        return database.read(s -> s.createQuery(
                        "from TrainingRunRow r where r.ordinal < :below order by r.ordinal desc", TrainingRunRow.class)
                .setParameter("below", belowOrdinal)
                .setMaxResults(limit)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Listed(row.ordinal == null ? 0 : row.ordinal, row.run()))
                        .toList()));
    }

    @Override
    public Uni<List<TrainingRun>> models(int belowNumber, int limit) {
        return database.read(s -> s.createQuery(
                        "from TrainingRunRow r where r.modelNumber < :below order by r.modelNumber desc",
                        TrainingRunRow.class)
                .setParameter("below", belowNumber)
                .setMaxResults(limit)
                .getResultList()
                .map(rows -> rows.stream().map(TrainingRunRow::run).toList()));
    }

    @Override
    public Uni<Void> create(RunOrder order, UUID requestId) {
        return database.<Void>transaction(s -> s.insert(TrainingRunRow.of(order, requestId)))
                .onFailure(DbRunStore::isActive)
                .transform(DbRunStore::active);
    }

    @Override
    public Uni<Optional<TrainingRun>> claim(UUID worker) {
        return database.transaction(s -> s.createMutationQuery(
                                "update TrainingRunRow r set r.state = 'RUNNING', r.worker = :worker, r.attempts = r.attempts + 1 where r.state in "
                                        + UNDER_WAY)
                        .setParameter("worker", worker)
                        .executeUpdate()
                        .chain(() -> s.createQuery(
                                        "from TrainingRunRow r where r.state = 'RUNNING'", TrainingRunRow.class)
                                .getSingleResultOrNull()))
                .chain(row -> row == null
                        ? Uni.createFrom().item(Optional.empty())
                        : row.attempts <= MOST_ATTEMPTS
                                ? Uni.createFrom().item(Optional.of(row.run()))
                                : fail(row.id, GIVEN_UP).replaceWith(Optional.empty()));
    }

    @Override
    public Uni<Void> keepSnapshot(Claim claim, String hash) {
        return database.transaction(
                s -> DbShardStore.held(s, claim, "r.snapshotHash = :hash", query -> query.setParameter("hash", hash)));
    }

    @Override
    public Uni<Void> succeed(Claim claim, TrainingRun end) {
        boolean isModel = end.order().kind() == RunKind.TRAIN;
        return database.transaction(s -> DbShardStore.held(
                        s,
                        claim,
                        "r.state = :state, r.series = :series, r.details = :details",
                        query -> query.setParameter("state", end.state().name())
                                .setParameter("series", end.series())
                                .setParameter("details", RunDetails.json(end.findings())))
                .chain(() -> isModel ? register(s, end) : Uni.createFrom().voidItem())
                .chain(() -> feed.append(s, FINISHED, end.id())));
    }

    /** Gives the run's models their number; the first ones become champion. */
    private Uni<Void> register(Mutiny.StatelessSession session, TrainingRun end) {
        return Locks.take(session, DbPromotionStore.LOCK)
                .chain(() -> session.createMutationQuery(
                                "update TrainingRunRow r set r.modelNumber = (select coalesce(max(o.modelNumber), 0) + 1 from TrainingRunRow o) where r.id = :id")
                        .setParameter("id", end.id())
                        .executeUpdate())
                .chain(() -> session.createQuery("select count(*) from PromotionRow p", Long.class)
                        .getSingleResult())
                .chain(promotions -> promotions > 0
                        ? Uni.createFrom().voidItem()
                        : session.insert(PromotionRow.first(
                                end.id(), clock.now(), end.order().createdBy())));
    }

    @Override
    public Uni<Void> fail(UUID id, String problem) {
        return endUnderWay(id, "FAILED", problem);
    }

    @Override
    public Uni<Void> cancel(UUID id) {
        return endUnderWay(id, "CANCELLED", "");
    }

    /** A run that is over already keeps its end. */
    private Uni<Void> endUnderWay(UUID id, String state, String problem) {
        return database.transaction(s -> s.createMutationQuery(
                        "update TrainingRunRow r set r.state = :state, r.problem = :problem where r.id = :id and r.state in "
                                + UNDER_WAY)
                .setParameter("state", state)
                .setParameter("problem", problem)
                .setParameter("id", id)
                .executeUpdate()
                .chain(ended -> ended == 0 ? Uni.createFrom().voidItem() : feed.append(s, FINISHED, id)));
    }

    @Override
    public Uni<Void> requeue(UUID id) {
        return database.transaction(s -> s.createMutationQuery(
                                "update TrainingRunRow r set r.state = 'QUEUED', r.problem = '', r.worker = null, r.attempts = 0 where r.id = :id and r.state in ('FAILED', 'CANCELLED')")
                        .setParameter("id", id)
                        .executeUpdate())
                .onFailure(DbRunStore::isActive)
                .transform(DbRunStore::active)
                .replaceWithVoid();
    }

    private static TaktException active(Throwable failure) {
        return new TaktException(
                Category.PRECONDITION,
                "RUN_ACTIVE",
                "A training run is under way already.\nMaybe watch that one, or cancel it.");
    }

    private static boolean isActive(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (String.valueOf(cause.getMessage()).contains(ACTIVE)) {
                return true;
            }
        }
        return false;
    }
}
