package takt.forecast.usecase.training.port;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import takt.engine.training.Race;
import takt.engine.training.SpreadCheck;
import takt.forecast.training.ModelFile;
import takt.forecast.training.Reproduction;
import takt.forecast.training.RunProgress;
import takt.forecast.training.SegmentChoice;
import takt.kernel.BucketCalendar;

/**
 * Keeps what a run finished, piece by piece. Every {@code keep} fails with {@link ClaimLost} when the run is not the
 * claimant's any more, and keeps the progress in the same transaction.
 */
public interface ShardStore {

    /** A piece of a run. */
    record Piece(BucketCalendar calendar, int number) {}

    /** Empty until kept; then the bytes of all models, none where there is no model. Pieces are horizons back. */
    Uni<Optional<byte[]>> regressions(UUID run, Piece piece);

    Uni<Void> keepRegressions(Claim claim, Piece piece, byte[] models, RunProgress progress);

    Uni<Optional<Race>> race(UUID run, Piece shard);

    Uni<Void> keepRace(Claim claim, Piece shard, Race race, RunProgress progress);

    Uni<Optional<SpreadCheck>> spread(UUID run, BucketCalendar calendar);

    Uni<Void> keepSpread(Claim claim, BucketCalendar calendar, SpreadCheck check, RunProgress progress);

    Uni<Boolean> isFitted(UUID run, Piece shard);

    Uni<Void> keepModels(Claim claim, Piece shard, List<ModelFile> models, RunProgress progress);

    Uni<Void> keepReproduction(Claim claim, Piece shard, Reproduction found, RunProgress progress);

    Uni<Optional<Reproduction>> reproduction(UUID run, Piece shard);

    /** The models of a shard's series. */
    Uni<List<ModelFile>> models(UUID run, Piece shard);

    Uni<List<SegmentChoice>> choices(UUID run);
}
