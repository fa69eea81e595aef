package takt.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import takt.engine.model.FittedState;
import takt.engine.model.Prediction;
import takt.engine.model.SeriesContext;
import takt.engine.selection.ChoiceCause;
import takt.engine.series.DemandSeries;
import takt.engine.series.Origin;
import takt.engine.training.Verdict;
import takt.engine.tribuo.SeriesArchive;
import takt.engine.tribuo.SeriesModel;
import takt.engine.tribuo.SnapshotProvenance;
import takt.engine.tribuo.TrainingIdentity;

class TrainingTest {

    private static final int MONTHS = 48;
    private static final LocalDate ORIGIN = Examples.JANUARY.plusMonths(MONTHS - 1);
    private static final TrainingIdentity IDENTITY = new TrainingIdentity(
            "run-1", "ab".repeat(32), 42, "test", OffsetDateTime.of(2001, 4, 2, 0, 0, 0, 0, ZoneOffset.UTC));

    /** Sixty parts with a strong season and a little noise. */
    private static List<DemandSeries> seasonalParts(long seed) {
        Random random = new Random(seed);
        List<DemandSeries> parts = new ArrayList<>();
        for (int p = 0; p < 60; p++) {
            double[] values = new double[MONTHS];
            for (int m = 0; m < MONTHS; m++) {
                values[m] = Math.round(200 + 150 * Math.sin(2 * Math.PI * m / 12) + 3 * random.nextGaussian());
            }
            parts.add(Examples.monthly("P%03d".formatted(p), values));
        }
        return parts;
    }

    private static Training.Result train(List<DemandSeries> parts) {
        return new Training(parts, Optional.empty(), new Origin.Common(ORIGIN), 12, IDENTITY, (step, done, total) -> {})
                .run();
    }

    @Test
    void partsWithAStrongSeasonGetAModelThatKnowsItAndACauseThatSaysSo() {
        Training.Result result = train(seasonalParts(1));
        assertThat(result.series()).hasSize(60).allSatisfy(s -> {
            assertThat(s.choice().model())
                    .isIn("seasonal-naive", "global-regression", "auto-ets", "theta", "blend-regression-smooth");
            assertThat(s.choice().cause()).isInstanceOfSatisfying(ChoiceCause.HeldOut.class, why -> {
                assertThat(why.segment()).contains("monthly parts without a schedule");
                assertThat(why.buckets()).isPositive();
            });
        });
        assertThat(result.accuracy().get("seasonal-naive").wape()).isLessThan(0.05);
        assertThat(result.accuracy().get(Verdict.SELECTED).wql())
                .isLessThanOrEqualTo(result.accuracy().get("ses").wql());
    }

    @Test
    void theFutureDoesNotReachThePast() {
        List<DemandSeries> parts = seasonalParts(1);
        List<DemandSeries> altered =
                parts.stream().map(TrainingTest::withAnotherFuture).toList();
        Training.Result before = train(parts);
        Training.Result after = train(altered);
        for (int i = 0; i < before.series().size(); i++) {
            assertThat(after.series().get(i).state())
                    .usingRecursiveComparison()
                    .isEqualTo(before.series().get(i).state());
            assertThat(after.series().get(i).choice())
                    .isEqualTo(before.series().get(i).choice());
        }
    }

    private static DemandSeries withAnotherFuture(DemandSeries series) {
        double[] longer = java.util.Arrays.copyOf(series.values(), MONTHS + 6);
        java.util.Arrays.fill(longer, MONTHS, MONTHS + 6, 9e9);
        return new DemandSeries(series.key(), series.calendar(), series.first(), longer);
    }

    @Test
    void theSameInputAndSeedGiveTheSameForecasts() {
        assertThat(means(train(seasonalParts(1)))).isEqualTo(means(train(seasonalParts(1))));
    }

    private static List<Double> means(Training.Result result) {
        List<SeriesContext> contexts = seasonalParts(1).stream()
                .map(s -> new SeriesContext(s, Optional.empty()))
                .toList();
        Forecasting forecasting = new Forecasting(result.regressions(), contexts, 12);
        List<Double> means = new ArrayList<>();
        for (int i = 0; i < contexts.size(); i++) {
            for (Prediction step : forecasting
                    .forecast(result.series().get(i).state(), contexts.get(i))
                    .steps()) {
                means.add(step.mean());
            }
        }
        return means;
    }

    @Test
    void aStoredModelRemembersItsSnapshotItsSeedAndItsBuild() {
        FittedState learnt = train(seasonalParts(1)).series().get(0).state();
        SeriesModel model = SeriesModel.fromBytes(new SeriesArchive(IDENTITY).toBytes(learnt, MONTHS));
        assertThat(model.state()).usingRecursiveComparison().isEqualTo(learnt);
        var provenance = model.getProvenance();
        var source = (SnapshotProvenance) provenance.getDatasetProvenance().getSourceProvenance();
        assertThat(source.sha256()).isEqualTo(IDENTITY.snapshot());
        assertThat(provenance.getTrainerProvenance().getConfiguredParameters().get("seed"))
                .hasToString("42");
        assertThat(provenance.getInstanceProvenance().getMap().get("build")).hasToString("test");
        assertThat(provenance.getInstanceProvenance().getMap().get("run-id")).hasToString("run-1");
        assertThat(SeriesModel.fromBytes(model.toBytes()).state().model())
                .isEqualTo(model.state().model());
    }

    @Test
    void aPartThatBeganLastMonthGetsAForecastToo() {
        List<DemandSeries> parts = new ArrayList<>(seasonalParts(1));
        parts.add(new DemandSeries(Examples.key("NEW"), parts.get(0).calendar(), ORIGIN, new double[] {7}));
        Training.Result result = train(parts);
        var fresh = result.series().stream()
                .filter(s -> s.key().part().value().equals("NEW"))
                .findFirst()
                .orElseThrow();
        SeriesContext context = new SeriesContext(parts.get(60), Optional.empty());
        Prediction[] path = new Forecasting(result.regressions(), List.of(context), 12)
                .forecast(fresh.state(), context)
                .steps();
        assertThat(path[0].mean()).isCloseTo(7, within(7.0)).isNotNegative();
    }
}
