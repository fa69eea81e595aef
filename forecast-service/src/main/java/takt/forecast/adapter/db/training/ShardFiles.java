package takt.forecast.adapter.db.training;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import takt.engine.backtest.RatioEstimate;
import takt.engine.backtest.Score;
import takt.engine.selection.Regime;
import takt.engine.selection.Segment;
import takt.engine.selection.Tally;
import takt.engine.series.SeriesKey;
import takt.engine.training.Race;
import takt.engine.training.SpreadCalibration;
import takt.engine.training.SpreadCheck;
import takt.kernel.BucketCalendar;
import takt.kernel.PartNumber;
import takt.kernel.SiteId;

/** What stages found out, as compressed JSON; numbers come back to the last bit. */
final class ShardFiles {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ShardFiles() {}

    /** A segment; no regime where a schedule drives the parts. */
    record SegmentFile(BucketCalendar calendar, @Nullable Regime regime) {

        static SegmentFile of(Segment segment) {
            return new SegmentFile(segment.calendar(), segment.regime().orElse(null));
        }

        Segment segment() {
            return new Segment(calendar, Optional.ofNullable(regime));
        }
    }

    record DuelFile(SegmentFile segment, String model, double[] own, double[] reference) {}

    record HeatFile(String part, String site, SegmentFile segment, List<String> models, List<double[]> scores) {}

    record RaceFile(Map<Integer, List<DuelFile>> older, List<HeatFile> newest) {}

    record CalibrationFile(SegmentFile segment, double[] stretch, double common, double[] coverage) {}

    record SpreadFile(List<CalibrationFile> segments, RatioEstimate firstStep) {}

    static byte[] bytes(Race race) {
        Map<Integer, List<DuelFile>> older = new TreeMap<>();
        race.older().forEach((back, tally) -> {
            List<DuelFile> duels = new ArrayList<>();
            tally.forEach((segment, models) -> models.forEach((model, duel) -> duels.add(
                    new DuelFile(SegmentFile.of(segment), model, numbers(duel.own()), numbers(duel.reference())))));
            older.put(back, duels);
        });
        List<HeatFile> newest = race.newest().stream()
                .map(heat -> new HeatFile(
                        heat.key().part().value(),
                        heat.key().site().value(),
                        SegmentFile.of(heat.segment()),
                        List.copyOf(heat.scores().keySet()),
                        heat.scores().values().stream().map(ShardFiles::numbers).toList()))
                .toList();
        return write(new RaceFile(older, newest));
    }

    static Race race(byte[] bytes) {
        RaceFile file = read(bytes, new TypeReference<RaceFile>() {});
        Map<Integer, Tally> older = new TreeMap<>();
        file.older().forEach((back, duels) -> {
            Tally tally = new Tally();
            duels.forEach(d ->
                    tally.add(d.segment().segment(), d.model(), new Tally.Duel(score(d.own()), score(d.reference()))));
            older.put(back, tally);
        });
        return new Race(older, file.newest().stream().map(ShardFiles::heat).toList());
    }

    private static Race.Heat heat(HeatFile file) {
        Map<String, Score> scores = new LinkedHashMap<>();
        for (int i = 0; i < file.models().size(); i++) {
            scores.put(file.models().get(i), score(file.scores().get(i)));
        }
        return new Race.Heat(
                new SeriesKey(new PartNumber(file.part()), new SiteId(file.site())),
                file.segment().segment(),
                scores);
    }

    static byte[] bytes(SpreadCheck check) {
        return write(new SpreadFile(
                check.bySegment().entrySet().stream()
                        .map(e -> new CalibrationFile(
                                SegmentFile.of(e.getKey()),
                                e.getValue().stretch(),
                                e.getValue().common(),
                                e.getValue().coverage()))
                        .toList(),
                check.firstStep()));
    }

    static SpreadCheck spread(byte[] bytes) {
        SpreadFile file = read(bytes, new TypeReference<SpreadFile>() {});
        Map<Segment, SpreadCalibration> calibrations = new TreeMap<>();
        file.segments()
                .forEach(h -> calibrations.put(
                        h.segment().segment(), new SpreadCalibration(h.stretch(), h.common(), h.coverage())));
        return new SpreadCheck(calibrations, file.firstStep());
    }

    private static double[] numbers(Score score) {
        return new double[] {
            score.pinball(),
            score.absolute(),
            score.signed(),
            score.actual(),
            score.buckets(),
            score.squared(),
            score.sums()
        };
    }

    private static Score score(double[] numbers) {
        boolean isOld = numbers.length < 7; // of a build that did not judge means and sums
        return new Score(
                numbers[0],
                numbers[1],
                numbers[2],
                numbers[3],
                (int) numbers[4],
                isOld ? 0 : numbers[5],
                isOld ? 0 : numbers[6]);
    }

    static byte[] write(Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            JSON.writeValue(zip, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static <T> T read(byte[] bytes, TypeReference<T> type) {
        try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return JSON.readValue(zip, type);
        } catch (IOException e) {
            throw new UncheckedIOException("A stored result of %d bytes cannot be read.".formatted(bytes.length), e);
        }
    }
}
