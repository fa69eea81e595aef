package takt.forecast.adapter.db.training;

import com.fasterxml.jackson.core.type.TypeReference;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import takt.engine.selection.ChoiceCause;
import takt.engine.training.Race;
import takt.engine.training.SpreadCheck;
import takt.forecast.adapter.db.training.ShardRow.Stage;
import takt.forecast.snapshot.Shard;
import takt.forecast.training.ModelFile;
import takt.forecast.training.Reproduction;
import takt.forecast.training.RunProgress;
import takt.forecast.training.SegmentChoice;
import takt.forecast.usecase.training.port.Claim;
import takt.forecast.usecase.training.port.ClaimLost;
import takt.forecast.usecase.training.port.ShardStore;
import takt.kernel.BucketCalendar;
import takt.kit.BusinessClock;
import takt.kit.db.CauseJson;
import takt.kit.db.Database;

@ApplicationScoped
class DbShardStore implements ShardStore {

    private static final int BATCH = 200;
    private static final byte[] NOTHING = {};

    private final Database database;
    private final BusinessClock clock;

    DbShardStore(Database database, BusinessClock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Uni<Optional<byte[]>> regressions(UUID run, Piece piece) {
        return result(ShardRow.Key.of(run, piece.calendar(), Stage.REGRESSION, piece.number()));
    }

    @Override
    public Uni<Void> keepRegressions(Claim claim, Piece piece, byte[] models, RunProgress progress) {
        return keep(
                claim,
                ShardRow.Key.of(claim.run(), piece.calendar(), Stage.REGRESSION, piece.number()),
                models,
                progress);
    }

    @Override
    public Uni<Optional<Race>> race(UUID run, Piece shard) {
        return result(ShardRow.Key.of(run, shard.calendar(), Stage.RACE, shard.number()))
                .map(found -> found.map(ShardFiles::race));
    }

    @Override
    public Uni<Void> keepRace(Claim claim, Piece shard, Race race, RunProgress progress) {
        return keep(
                claim,
                ShardRow.Key.of(claim.run(), shard.calendar(), Stage.RACE, shard.number()),
                ShardFiles.bytes(race),
                progress);
    }

    @Override
    public Uni<Optional<SpreadCheck>> spread(UUID run, BucketCalendar calendar) {
        return result(ShardRow.Key.of(run, calendar, Stage.SPREAD, 0)).map(found -> found.map(ShardFiles::spread));
    }

    @Override
    public Uni<Void> keepSpread(Claim claim, BucketCalendar calendar, SpreadCheck check, RunProgress progress) {
        return keep(claim, ShardRow.Key.of(claim.run(), calendar, Stage.SPREAD, 0), ShardFiles.bytes(check), progress);
    }

    @Override
    public Uni<Boolean> isFitted(UUID run, Piece shard) {
        return result(ShardRow.Key.of(run, shard.calendar(), Stage.FIT, shard.number()))
                .map(Optional::isPresent);
    }

    @Override
    public Uni<Void> keepModels(Claim claim, Piece shard, List<ModelFile> models, RunProgress progress) {
        Object[] rows = models.stream()
                .map(m -> ModelRow.of(claim.run(), shard.calendar(), m))
                .toArray();
        ShardRow done = ShardRow.of(
                ShardRow.Key.of(claim.run(), shard.calendar(), Stage.FIT, shard.number()), NOTHING, clock.now());
        return database.transaction(s ->
                hold(s, claim, progress).chain(() -> s.insertAll(BATCH, rows)).chain(() -> s.insert(done)));
    }

    @Override
    public Uni<Void> keepReproduction(Claim claim, Piece shard, Reproduction found, RunProgress progress) {
        return keep(
                claim,
                ShardRow.Key.of(claim.run(), shard.calendar(), Stage.FIT, shard.number()),
                ShardFiles.write(found),
                progress);
    }

    @Override
    public Uni<Optional<Reproduction>> reproduction(UUID run, Piece shard) {
        return result(ShardRow.Key.of(run, shard.calendar(), Stage.FIT, shard.number()))
                .map(found -> found.map(bytes -> ShardFiles.read(bytes, new TypeReference<Reproduction>() {})));
    }

    @Override
    public Uni<List<ModelFile>> models(UUID run, Piece shard) {
        int from = shard.number() * Shard.SIZE;
        return database.read(s -> s.createQuery(
                        "from ModelRow m where m.runId = :run and m.calendar = :calendar and m.ordinal >= :from and m.ordinal < :to order by m.ordinal",
                        ModelRow.class)
                .setParameter("run", run)
                .setParameter("calendar", shard.calendar().name())
                .setParameter("from", from)
                .setParameter("to", from + Shard.SIZE)
                .getResultList()
                .map(rows -> rows.stream().map(ModelRow::file).toList()));
    }

    @Override
    public Uni<List<SegmentChoice>> choices(UUID run) {
        return database.read(s -> s.createQuery(
                        "select m.segment, m.model, count(*), min(cast(m.reason as String)) from ModelRow m where m.runId = :run group by m.segment, m.model order by m.segment, count(*) desc, m.model",
                        Object[].class)
                .setParameter("run", run)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(r -> new SegmentChoice(
                                (String) r[0],
                                (String) r[1],
                                ((Long) r[2]).intValue(),
                                CauseJson.parts(new JsonObject((String) r[3])).as(ChoiceCause.class)))
                        .toList()));
    }

    private Uni<Optional<byte[]>> result(ShardRow.Key key) {
        return database.read(s -> s.createQuery(
                        "select r.result from ShardRow r where r.runId = :run and r.calendar = :calendar and r.stage = :stage and r.shard = :shard",
                        byte[].class)
                .setParameter("run", key.runId())
                .setParameter("calendar", key.calendar())
                .setParameter("stage", key.stage())
                .setParameter("shard", key.shard())
                .getSingleResultOrNull()
                .map(Optional::ofNullable));
    }

    private Uni<Void> keep(Claim claim, ShardRow.Key key, byte[] result, RunProgress progress) {
        ShardRow row = ShardRow.of(key, result, clock.now());
        return database.transaction(s -> hold(s, claim, progress).chain(() -> s.insert(row)));
    }

    /** Fails unless the run is still the claimant's; the row stays locked until the end of the transaction. */
    static Uni<Void> hold(Mutiny.StatelessSession session, Claim claim, RunProgress progress) {
        return held(
                session,
                claim,
                "r.step = :step, r.done = :done, r.total = :total, r.attempts = 0",
                query -> query.setParameter("step", progress.step())
                        .setParameter("done", progress.done())
                        .setParameter("total", progress.total()));
    }

    /** Changes the run if it is still the claimant's; fails otherwise. */
    static Uni<Void> held(
            Mutiny.StatelessSession session,
            Claim claim,
            String change,
            Function<Mutiny.MutationQuery, Mutiny.MutationQuery> parameters) {
        return parameters
                .apply(session.createMutationQuery("update TrainingRunRow r set " + change
                                + " where r.id = :id and r.state = 'RUNNING' and r.worker = :worker")
                        .setParameter("id", claim.run())
                        .setParameter("worker", claim.worker()))
                .executeUpdate()
                .invoke(changed -> {
                    if (changed == 0) {
                        throw new ClaimLost(claim);
                    }
                })
                .replaceWithVoid();
    }
}
