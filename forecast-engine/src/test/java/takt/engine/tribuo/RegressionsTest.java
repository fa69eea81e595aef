package takt.engine.tribuo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import takt.engine.model.Forecaster;
import takt.engine.model.Forecasters;
import takt.engine.model.PoolStatistics;
import takt.engine.model.Regression;
import takt.engine.model.SeriesContext;
import takt.engine.series.DemandSeries;
import takt.engine.series.Origin;
import takt.engine.series.SeriesKey;
import takt.kernel.BucketCalendar;
import takt.kernel.PartNumber;
import takt.kernel.SiteId;

class RegressionsTest {

    private static final int MONTHS = 48;
    private static final Origin ORIGIN = new Origin.Common(LocalDate.of(2001, 12, 1));
    private static final Set<Regression> WITHOUT_SCHEDULE = EnumSet.complementOf(EnumSet.of(Regression.SCHEDULE_RATIO));

    private static final TrainingIdentity IDENTITY = new TrainingIdentity(
            "run", "ab".repeat(32), 42, "build", OffsetDateTime.of(2001, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC));

    /** Parts whose level differs a hundredfold; every third rests for months. */
    private static List<SeriesContext> parts(int count) {
        Random random = new Random(7);
        List<SeriesContext> parts = new ArrayList<>();
        for (int p = 0; p < count; p++) {
            int level = 5 + 10 * p;
            boolean rests = p % 3 == 0;
            double[] values = random.doubles(MONTHS, 0.8 * level, 1.2 * level)
                    .map(v -> rests && random.nextInt(4) > 0 ? 0 : Math.rint(v))
                    .toArray();
            parts.add(new SeriesContext(
                    new DemandSeries(
                            new SeriesKey(new PartNumber("P" + p), new SiteId("BPNS00000000OEM1")),
                            BucketCalendar.MONTH,
                            LocalDate.of(1998, 1, 1),
                            values),
                    Optional.empty()));
        }
        return parts;
    }

    private static Regressions trained(List<SeriesContext> parts) {
        RegressionTrainer trainer = new RegressionTrainer(IDENTITY, 12, parts.size(), WITHOUT_SCHEDULE);
        trainer.hear(parts);
        return trainer.train();
    }

    private static double mean(Regressions regressions, Regression kind, SeriesContext part) {
        Forecaster forecaster =
                Forecasters.byName(regressions.means(List.of(part), 12)).get(kind.forecaster());
        PoolStatistics pool = PoolStatistics.of(List.of(part));
        return forecaster.forecast(forecaster.learn(part, pool), part, 12)[0].mean();
    }

    @Test
    void everyKindFindsTheLevelOfALargeAndOfASmallPart() {
        List<SeriesContext> parts = parts(60);
        Regressions regressions = trained(parts);
        assertThat(regressions.kinds()).isEqualTo(WITHOUT_SCHEDULE);
        for (Regression kind : WITHOUT_SCHEDULE) {
            assertThat(mean(regressions, kind, parts.get(1))).as("%s", kind).isCloseTo(15, within(3.0));
            assertThat(mean(regressions, kind, parts.get(59))).as("%s", kind).isCloseTo(595, within(60.0));
        }
    }

    @Test
    void whatIsStoredSpeaksAsWhatWasTrained() {
        List<SeriesContext> parts = parts(60);
        Regressions trained = trained(parts);
        Regressions stored = Regressions.fromBytes(trained.toBytes());
        assertThat(stored.different(trained)).isEmpty();
        assertThat(stored.kinds()).isEqualTo(trained.kinds());
        for (Regression kind : WITHOUT_SCHEDULE) {
            assertThat(mean(stored, kind, parts.get(5))).isEqualTo(mean(trained, kind, parts.get(5)));
        }
        Regressions some = trained.only(Set.of(Regression.FOREST));
        assertThat(some.kinds()).containsExactly(Regression.FOREST);
        assertThat(some.different(trained)).hasSize(trained.size() - 1);
    }

    @Test
    void aSegmentWithTooFewRowsAsksTheModelOfAllParts() {
        List<SeriesContext> parts = parts(60);
        SeriesContext lumpy = new SeriesContext(
                new DemandSeries(
                        new SeriesKey(new PartNumber("LUMPY"), new SiteId("BPNS00000000OEM1")),
                        BucketCalendar.MONTH,
                        LocalDate.of(2000, 1, 1),
                        new double[] {0, 1, 0, 0, 90, 0, 0, 0, 3, 0, 0, 0, 0, 70, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0}),
                Optional.empty());
        Regressions regressions = trained(parts);
        assertThat(mean(regressions, Regression.BOOSTED_BY_SEGMENT, lumpy))
                .isEqualTo(mean(regressions, Regression.BOOSTED, lumpy));
    }

    @Test
    void threePartsAreTooFewAndThatIsSaid() {
        Regressions regressions = trained(parts(3));
        assertThat(regressions.kinds()).isEmpty();
        assertThat(regressions.missing(Set.of(Regression.FOREST, Regression.ELASTIC_NET), ORIGIN))
                .hasValueSatisfying(words -> assertThat(words)
                        .isEqualTo("No elastic-net, forest at origin 2001-12-01: less than 500 rows of known buckets"
                                + " to learn from."));
        assertThat(regressions.missing(Set.of(), ORIGIN)).isEmpty();
    }

    @Test
    void bytesThatBreakOffAreRefused() {
        byte[] whole = trained(parts(60)).toBytes();
        int name = 1 + whole[0]; // the first name ends here, its model is missing
        for (int length : new int[] {1, name, name + 2, whole.length / 2, whole.length - 1}) {
            assertThatThrownBy(() -> Regressions.fromBytes(Arrays.copyOf(whole, length)))
                    .as("%d of %d bytes", length, whole.length)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("The %d bytes are not stored models.".formatted(length));
        }
        assertThat(Regressions.fromBytes(new byte[0]).kinds()).isEmpty();
    }
}
