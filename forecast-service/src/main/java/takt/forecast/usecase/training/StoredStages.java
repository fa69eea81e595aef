package takt.forecast.usecase.training;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import takt.engine.series.DemandSeries;
import takt.engine.series.SeriesKey;
import takt.engine.training.Fitting;
import takt.engine.training.Kept;
import takt.engine.training.Pages;
import takt.engine.training.Race;
import takt.engine.training.SpreadCheck;
import takt.engine.tribuo.Regressions;
import takt.engine.tribuo.SeriesArchive;
import takt.forecast.snapshot.Shard;
import takt.forecast.training.ModelFile;
import takt.forecast.usecase.training.RunWork.Stage;
import takt.forecast.usecase.training.port.Claim;
import takt.forecast.usecase.training.port.ShardStore;
import takt.forecast.usecase.training.port.ShardStore.Piece;
import takt.kernel.BucketCalendar;

/** Shards of the snapshot as the recipe's pages, and the database as its memory. */
final class StoredStages implements Pages, Kept {

    private final BucketCalendar calendar;
    private final Claim claim;
    private final CalendarTraining.Shards shards;
    private final ShardStore store;
    private final RunWork work;
    private final CalendarTraining.Keeper keeper;
    private final SeriesArchive archive;
    /** The one that was read last: models are kept by its ordinals. */
    private Optional<Shard> last = Optional.empty();

    /** @param archive writes models with what they must remember */
    StoredStages(
            BucketCalendar calendar,
            Claim claim,
            CalendarTraining.Shards shards,
            ShardStore store,
            RunWork work,
            CalendarTraining.Keeper keeper,
            SeriesArchive archive) {
        this.calendar = calendar;
        this.claim = claim;
        this.shards = shards;
        this.store = store;
        this.work = work;
        this.keeper = keeper;
        this.archive = archive;
    }

    private Piece piece(int page) {
        return new Piece(calendar, page);
    }

    @Override
    public int count() {
        return shards.count();
    }

    @Override
    public int size() {
        return Shard.SIZE;
    }

    @Override
    public List<DemandSeries> read(int page) {
        Shard shard = shards.read(page);
        last = Optional.of(shard);
        return shard.demand();
    }

    @Override
    public Regressions regressions(int horizonsBack, Supplier<Regressions> make) {
        return Waiting.until(store.regressions(claim.run(), piece(horizonsBack)))
                .map(Regressions::fromBytes)
                .orElseGet(() -> {
                    Regressions made = make.get();
                    Waiting.until(store.keepRegressions(
                            claim, piece(horizonsBack), made.toBytes(), work.now(Stage.REGRESSION)));
                    return made;
                });
    }

    @Override
    public boolean isRaced(int page) {
        return Waiting.until(store.race(claim.run(), piece(page))).isPresent();
    }

    @Override
    public void raced(int page, Race race) {
        Waiting.until(store.keepRace(claim, piece(page), race, work.now(Stage.RACE)));
    }

    @Override
    public Race race(int page) {
        return Waiting.until(store.race(claim.run(), piece(page))).orElseThrow();
    }

    @Override
    public SpreadCheck spread(Supplier<SpreadCheck> make) {
        return Waiting.until(store.spread(claim.run(), calendar)).orElseGet(() -> {
            SpreadCheck made = make.get();
            Waiting.until(store.keepSpread(claim, calendar, made, work.now(Stage.SPREAD)));
            return made;
        });
    }

    @Override
    public boolean isFitted(int page) {
        boolean isFitted = Waiting.until(store.isFitted(claim.run(), piece(page)));
        if (isFitted) {
            Waiting.until(store.models(claim.run(), piece(page))).forEach(model -> archive.pass(model.model()));
        }
        return isFitted;
    }

    @Override
    public void fitted(int page, List<Fitting.TrainedSeries> trained) {
        Map<SeriesKey, Integer> ordinals = last.orElseThrow().ordinals();
        keeper.keep(
                piece(page),
                trained.stream()
                        .map(s -> new ModelFile(
                                Objects.requireNonNull(ordinals.get(s.key())),
                                s.key(),
                                s.segment().toString(),
                                s.choice().model(),
                                s.choice().cause(),
                                archive.toBytes(s.state(), s.buckets())))
                        .toList());
    }
}
