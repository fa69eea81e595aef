package takt.benchmarks;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import takt.engine.model.Forecaster;
import takt.engine.model.Forecasters;
import takt.engine.model.PoolStatistics;
import takt.engine.model.Prediction;
import takt.engine.model.SeriesContext;
import takt.engine.series.DemandSeries;
import takt.engine.series.SeriesKey;
import takt.kernel.BucketCalendar;
import takt.kernel.PartNumber;
import takt.kernel.SiteId;

/**
 * Series per second, one thread: learn a 39-month slow mover and forecast 12 months with nine quantiles.
 * {@code java -cp "benchmarks/target/classes:benchmarks/target/lib/*" org.openjdk.jmh.Main LocalModel}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class LocalModelBenchmark {

    private static final int MONTHS = 39;
    private static final int HORIZON = 12;

    @Param({
        "seasonal-naive",
        "ma-12",
        "ses",
        "damped-trend",
        "auto-ets",
        "theta",
        "croston",
        "sba",
        "tsb",
        "adida",
        "imapa",
        "nb-ew",
        "weighted-quantiles"
    })
    public String model = "nb-ew";

    private Forecaster forecaster = Forecasters.named("nb-ew");
    private SeriesContext[] contexts = {};
    private final PoolStatistics pool = PoolStatistics.of(java.util.List.of());
    private int next;

    @Setup
    public void setUp() {
        forecaster = Forecasters.named(model);
        Random random = new Random(1);
        contexts = new SeriesContext[256];
        for (int i = 0; i < contexts.length; i++) {
            double[] demand = new double[MONTHS];
            for (int t = 0; t < MONTHS; t++) {
                demand[t] = random.nextInt(4) == 0 ? 1 + random.nextInt(5) : 0;
            }
            SeriesKey key = new SeriesKey(new PartNumber("P" + i), new SiteId("BPNS000000000001"));
            contexts[i] = new SeriesContext(
                    new DemandSeries(key, BucketCalendar.MONTH, LocalDate.of(1998, 1, 1), demand), Optional.empty());
        }
    }

    @Benchmark
    public double learnAndForecast() {
        SeriesContext context = contexts[next++ & 255];
        double sum = 0;
        for (Prediction step : forecaster.forecast(forecaster.learn(context, pool), context, HORIZON)) {
            sum += step.quantiles()[8];
        }
        return sum;
    }
}
