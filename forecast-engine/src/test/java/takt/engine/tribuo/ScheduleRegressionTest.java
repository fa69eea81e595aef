package takt.engine.tribuo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import takt.engine.Examples;
import takt.engine.model.Forecaster;
import takt.engine.model.Forecasters;
import takt.engine.model.PoolStatistics;
import takt.engine.model.Prediction;
import takt.engine.model.Regression;
import takt.engine.model.RegressionMeans;
import takt.engine.model.SeriesContext;

/** When each issue of a schedule errs by a chance of its own, the one before knows half of it. */
class ScheduleRegressionTest {

    private static final TrainingIdentity IDENTITY = new TrainingIdentity(
            "run", "ab".repeat(32), 42, "build", OffsetDateTime.of(2001, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC));

    private final List<SeriesContext> parts = Examples.roughlyScheduled(40, 60);
    private final PoolStatistics pool = PoolStatistics.of(parts);

    private RegressionMeans ratios() {
        RegressionTrainer trainer =
                new RegressionTrainer(IDENTITY, 12, parts.size(), Set.of(Regression.SCHEDULE_RATIO));
        trainer.hear(parts);
        Regressions trained = trainer.train();
        assertThat(trained.kinds()).containsExactly(Regression.SCHEDULE_RATIO);
        return Regressions.fromBytes(trained.toBytes()).means(parts, 12);
    }

    /** Mean absolute error against the hundred that are built. */
    private double error(Forecaster forecaster) {
        double sum = 0;
        for (SeriesContext part : parts) {
            for (Prediction step : forecaster.forecast(forecaster.learn(part, pool), part, 12)) {
                sum += Math.abs(step.mean() - 100) / 12 / parts.size();
            }
        }
        return sum;
    }

    @Test
    void theRegressionTrustsAnIssueOnlyAsFarAsIssuesAgree() {
        double plain = error(Forecasters.named("schedule-driven"));
        double corrected = error(Forecasters.byName(ratios()).get(Regression.SCHEDULE_RATIO.forecaster()));
        // an issue is 20 off on average, up or down
        assertThat(plain).isBetween(15.0, 25.0);
        assertThat(corrected).isLessThan(0.7 * plain);
    }

    @Test
    void itsSpreadLiesAroundTheCorrectedLevel() {
        Forecaster forecaster = Forecasters.byName(ratios()).get(Regression.SCHEDULE_RATIO.forecaster());
        for (SeriesContext part : parts) {
            Prediction first = forecaster.forecast(forecaster.learn(part, pool), part, 12)[0];
            assertThat(first.mean()).isBetween(first.quantiles()[0], first.quantiles()[8]);
        }
    }
}
