package takt.forecast.adapter.db;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import takt.engine.series.SeriesKey;
import takt.forecast.run.port.RunStore;
import takt.forecast.training.RunState;
import takt.forecast.training.TrainedModels;
import takt.forecast.training.TrainingRun;
import takt.forecast.version.VersionComputation.StoredModel;
import takt.kernel.BucketCalendar;
import takt.kernel.PartNumber;
import takt.kernel.SiteId;
import takt.kit.BusinessClock;
import takt.kit.Category;
import takt.kit.Database;
import takt.kit.Feed;
import takt.kit.TaktException;

@ApplicationScoped
class DbRunStore implements RunStore {

    private static final String ACTIVE = "training_run_active";
    private static final String UNDER_WAY = "('QUEUED', 'RUNNING')";
    private static final int PAGE = 200;

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
        return one("from TrainingRunRow r where r.id = :id", id);
    }

    @Override
    public Uni<Optional<TrainingRun>> findByRequest(UUID requestId) {
        return one("from TrainingRunRow r where r.requestId = :id", requestId);
    }

    @Override
    public Uni<Void> create(TrainingRun run, UUID requestId, String by) {
        TrainingRunRow row = new TrainingRunRow();
        row.id = run.id();
        row.requestId = requestId;
        row.state = RunState.RUNNING.name();
        row.seed = run.seed();
        row.details = RunDetails.json(run);
        row.startedBy = by;
        row.createdAt = clock.now();
        return database.<Void>transaction(s -> s.insert(row))
                .onFailure(DbRunStore::isActive)
                .transform(failure -> new TaktException(
                        Category.PRECONDITION,
                        "RUN_ACTIVE",
                        "A training run is under way already.\nMaybe watch that one."));
    }

    @Override
    public Uni<Void> succeed(TrainingRun run, TrainedModels models) {
        List<ModelRow> rows = rows(run.id(), models);
        List<RegressionRow> regressions = new ArrayList<>();
        models.regressions()
                .forEach((calendar, bytes) -> bytes.ifPresent(b -> regressions.add(regression(run.id(), calendar, b))));
        return database.transaction(s -> s.insertAll(200, rows.toArray())
                .chain(() -> s.insertAll(regressions.toArray()))
                .chain(() -> end(s, run))
                .chain(() -> feed.append(s, "TRAINING_RUN_FINISHED", run.id())));
    }

    @Override
    public Uni<Void> fail(UUID id, String problem) {
        return database.transaction(s -> fail(s, id, problem));
    }

    @Override
    public Uni<Integer> failAbandoned(String problem) {
        return database.transaction(s -> s.createQuery(
                        "select r.id from TrainingRunRow r where r.state in " + UNDER_WAY, UUID.class)
                .getResultList()
                .chain(ids -> Multi.createFrom()
                        .iterable(ids)
                        .onItem()
                        .transformToUniAndConcatenate(id -> fail(s, id, problem))
                        .collect()
                        .asList()
                        .replaceWith(ids.size())));
    }

    /** A run that is over already keeps its end. */
    private Uni<Void> fail(Mutiny.StatelessSession session, UUID id, String problem) {
        return session.createQuery(
                        "update TrainingRunRow r set r.state = 'FAILED', r.problem = :problem where r.id = :id and r.state in "
                                + UNDER_WAY)
                .setParameter("problem", problem)
                .setParameter("id", id)
                .executeUpdate()
                .chain(ended ->
                        ended == 0 ? Uni.createFrom().voidItem() : feed.append(session, "TRAINING_RUN_FINISHED", id));
    }

    @Override
    public Multi<Map.Entry<BucketCalendar, StoredModel>> models(UUID runId) {
        return database.<ModelRow>pages(last -> s -> s.createQuery(
                                "from ModelRow m where m.runId = :run and m.ordinal > :after order by m.ordinal",
                                ModelRow.class)
                        .setParameter("run", runId)
                        .setParameter("after", last == null ? -1 : last.ordinal)
                        .setMaxResults(PAGE)
                        .getResultList())
                .map(row -> Map.entry(BucketCalendar.valueOf(row.calendar), stored(row)));
    }

    @Override
    public Uni<Map<BucketCalendar, byte[]>> regressions(UUID runId) {
        return database.read(s -> s.createQuery("from RegressionRow r where r.runId = :run", RegressionRow.class)
                .setParameter("run", runId)
                .getResultList()
                .map(rows -> {
                    Map<BucketCalendar, byte[]> byCalendar = new EnumMap<>(BucketCalendar.class);
                    rows.forEach(r -> byCalendar.put(BucketCalendar.valueOf(r.calendar), r.artifact));
                    return byCalendar;
                }));
    }

    private Uni<Optional<TrainingRun>> one(String query, UUID id) {
        return database.read(s -> s.createQuery(query, TrainingRunRow.class)
                .setParameter("id", id)
                .getSingleResultOrNull()
                .map(row -> Optional.ofNullable(row).map(DbRunStore::run)));
    }

    private static Uni<Integer> end(Mutiny.StatelessSession session, TrainingRun run) {
        return session.createQuery(
                        "update TrainingRunRow r set r.state = :state, r.series = :series, r.snapshotHash = :hash, r.details = :details where r.id = :id")
                .setParameter("state", run.state().name())
                .setParameter("series", run.series())
                .setParameter("hash", run.snapshotHash())
                .setParameter("details", RunDetails.json(run))
                .setParameter("id", run.id())
                .executeUpdate();
    }

    private static List<ModelRow> rows(UUID runId, TrainedModels models) {
        List<ModelRow> rows = new ArrayList<>();
        models.series()
                .forEach((calendar, all) -> all.forEach(trained -> {
                    ModelRow row = new ModelRow();
                    row.runId = runId;
                    row.ordinal = rows.size();
                    row.part = trained.key().part().value();
                    row.site = trained.key().site().value();
                    row.calendar = calendar.name();
                    row.model = trained.choice().model();
                    row.reason = trained.choice().reason();
                    row.artifact = trained.artifact();
                    rows.add(row);
                }));
        return rows;
    }

    private static RegressionRow regression(UUID runId, BucketCalendar calendar, byte[] artifact) {
        RegressionRow row = new RegressionRow();
        row.runId = runId;
        row.calendar = calendar.name();
        row.artifact = artifact;
        return row;
    }

    private static StoredModel stored(ModelRow row) {
        return new StoredModel(new SeriesKey(new PartNumber(row.part), new SiteId(row.site)), row.reason, row.artifact);
    }

    private static TrainingRun run(TrainingRunRow row) {
        RunDetails details = RunDetails.parse(row.details);
        return new TrainingRun(
                row.id,
                RunState.valueOf(row.state),
                row.state.equals("SUCCEEDED") ? "done" : "",
                row.series,
                row.series,
                row.series,
                row.snapshotHash,
                row.seed,
                row.problem,
                details.accuracy(),
                details.remarks());
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
