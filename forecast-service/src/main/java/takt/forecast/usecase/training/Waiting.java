package takt.forecast.usecase.training;

import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** Waits for one step of the database on the training's own thread; reading all series' keys may take minutes. */
final class Waiting {

    private static final Duration LONGEST = Duration.ofMinutes(5);

    private Waiting() {}

    static <T> T until(Uni<T> done) {
        return done.await().atMost(LONGEST);
    }
}
