package takt.ingest.usecase;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import takt.ingest.usecase.port.Turn;
import takt.ingest.usecase.port.Writing;

/**
 * Writes of one import, one after the other. While one is on its way the next may be prepared, no more than one. A
 * strict import is a single transaction, any other commits each write.
 */
final class Landing {

    private final Turn turn;
    private final boolean isStrict;
    private Uni<Void> inFlight = Uni.createFrom().voidItem();
    private volatile boolean isReleased;

    Landing(Turn turn, boolean isStrict) {
        this.turn = turn;
        this.isStrict = isStrict;
    }

    Uni<Void> open() {
        return isStrict ? turn.begin() : Uni.createFrom().voidItem();
    }

    /** Completes when the write before is done and this one is on its way; a failure shows with the next. */
    Uni<Void> add(Function<Writing, Uni<Void>> write) {
        return inFlight.invoke(() -> {
            if (isReleased) { // whoever was cancelled while waiting must not write after the end
                throw new CancellationException("The import was given up.");
            }
            inFlight = (isStrict ? turn.within(write) : turn.transaction(write))
                    .memoize()
                    .indefinitely();
            inFlight.subscribe().with(done -> {}, failure -> {}); // whoever comes next, or the end, hears of it
        });
    }

    /** Waits for all writes; a strict import is kept or undone as a whole. */
    Uni<Void> end(boolean keep) {
        return inFlight.chain(() -> !isStrict ? Uni.createFrom().voidItem() : keep ? turn.commit() : turn.rollback());
    }

    /** Lets the next one in once nothing is on its way any more. */
    Uni<Void> release() {
        isReleased = true;
        return inFlight.onFailure().recoverWithNull().chain(turn::release);
    }
}
