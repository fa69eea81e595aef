package takt.engine.training;

import java.util.List;
import java.util.function.Supplier;
import takt.engine.tribuo.Regressions;

/** Keeps what a stage made, so that it is not made again. */
public interface Kept {

    /** The regressions at an origin, made where they are not there yet. */
    Regressions regressions(int horizonsBack, Supplier<Regressions> make);

    boolean isRaced(int page);

    void raced(int page, Race race);

    /** Of a page that was raced. */
    Race race(int page);

    SpreadCheck spread(Supplier<SpreadCheck> make);

    boolean isFitted(int page);

    void fitted(int page, List<Fitting.TrainedSeries> trained);
}
