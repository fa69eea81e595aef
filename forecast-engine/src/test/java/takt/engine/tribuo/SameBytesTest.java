package takt.engine.tribuo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import takt.engine.Examples;
import takt.engine.backtest.OriginSurvey;
import takt.engine.model.FittedState;
import takt.engine.model.Regression;
import takt.engine.series.DemandSeries;
import takt.engine.series.Origin;
import takt.engine.series.SeriesKey;
import takt.kernel.BucketCalendar;
import takt.kernel.PartNumber;
import takt.kernel.SiteId;

/** The same training gives the same bytes in another process, whose hash order is another one. */
class SameBytesTest {

    @TempDir
    Path folder;

    /** Writes the regressions of sixty parts to a file, and tells which are missing. */
    public static void main(String[] arguments) throws IOException {
        Random random = new Random(1);
        List<DemandSeries> parts = new ArrayList<>();
        for (int p = 0; p < 60; p++) {
            double[] values = random.doubles(48, 0, 200).map(Math::rint).toArray();
            parts.add(new DemandSeries(
                    new SeriesKey(new PartNumber("P" + p), new SiteId("BPNS00000000OEM1")),
                    BucketCalendar.MONTH,
                    LocalDate.of(1998, 1, 1),
                    values));
        }
        TrainingIdentity identity = new TrainingIdentity(
                "run", "ab".repeat(32), 42, "build", OffsetDateTime.of(2001, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC));
        RegressionTrainer trainer = new RegressionTrainer(identity, 12, parts.size(), EnumSet.allOf(Regression.class));
        trainer.hear(new OriginSurvey(new Origin.Common(LocalDate.of(2001, 12, 1)), 12, Optional.empty())
                .pooling()
                .view()
                .fold(parts)
                .contexts());
        trainer.hear(Examples.roughlyScheduled(40, 60));
        Regressions trained = trainer.train();
        Files.write(Path.of(arguments[0]), trained.toBytes());
        trained.missing(EnumSet.of(Regression.BOOSTED), new Origin.OwnLast(0)).ifPresent(System.out::println);
    }

    /** A run that goes on after a stop must end with the bytes of one that never stopped. */
    @Test
    void aSeriesThatIsKeptAlreadyCountsInTheProvenanceOfThoseAfterIt() {
        TrainingIdentity identity = new TrainingIdentity(
                "run", "ab".repeat(32), 42, "build", OffsetDateTime.of(2001, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC));
        FittedState state = new FittedState("zero", new TreeMap<>());
        SeriesArchive whole = new SeriesArchive(identity);
        byte[] first = whole.toBytes(state, 48);
        byte[] second = whole.toBytes(state, 48);
        SeriesArchive resumed = new SeriesArchive(identity);
        resumed.pass("zero");
        assertThat(resumed.toBytes(state, 48)).isEqualTo(second).isNotEqualTo(first);
    }

    private byte[] inAProcessOfItsOwn(String name, String... options) throws IOException, InterruptedException {
        Path file = folder.resolve(name);
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(options));
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), SameBytesTest.class.getName(), file.toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve(name + ".log")))
                .isZero();
        return Files.readAllBytes(file);
    }

    @Test
    void regressionsAreTheSameToTheLastByteInThreeProcesses() throws Exception {
        byte[] first = inAProcessOfItsOwn("first");
        assertThat(Regressions.fromBytes(first).kinds()).containsExactlyInAnyOrder(Regression.values());
        assertThat(inAProcessOfItsOwn("second")).isEqualTo(first);
        assertThat(inAProcessOfItsOwn("third")).isEqualTo(first);
    }

    @Test
    void whereXgboostsNativeLibraryCannotLoadTheElasticNetGoesOn() throws Exception {
        // the library is unpacked into the temporary folder, which is not there
        byte[] bytes = inAProcessOfItsOwn("without", "-Djava.io.tmpdir=" + folder.resolve("missing"));
        Regressions trained = Regressions.fromBytes(bytes);
        assertThat(trained.kinds()).containsExactly(Regression.ELASTIC_NET);
        assertThat(folder.resolve("without.log"))
                .content()
                .contains(
                        "No global-regression at origin each series' last bucket: XGBoost's native library cannot load");
    }
}
