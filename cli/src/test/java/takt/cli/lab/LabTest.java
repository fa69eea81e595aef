package takt.cli.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class LabTest extends LabWorld {

    @Test
    void everyPartGetsTwelveRowsWithTheLevelsThatWereAskedFor() throws IOException {
        List<String> lines = forecast("--origin", "last", "--levels", "0.5,0.05,0.95")
                .lines()
                .toList();
        assertThat(lines.get(0)).isEqualTo("part,month,h,mean,q0.05,q0.5,q0.95");
        assertThat(lines).hasSize(1 + 20 * 12);
        assertThat(lines.get(1)).startsWith("P00,2004-01,1,");
        for (String line : lines.subList(1, lines.size())) {
            double[] cells = Stream.of(line.split(","))
                    .skip(3)
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            assertThat(cells[1]).isLessThanOrEqualTo(cells[2]);
            assertThat(cells[2]).isLessThanOrEqualTo(cells[3]);
        }
    }

    @Test
    void theSumOfALeadTimeHasTheSumOfTheMeansAndLessSpreadThanTheSumOfTheQuantiles() throws IOException {
        Path sums = folder.resolve("sums.csv");
        List<String> steps = forecast("--lead-time", "3", "--out-sum", sums.toString(), "--levels", "0.05,0.95")
                .lines()
                .toList();
        List<String> lines = Files.readAllLines(sums);
        assertThat(lines.get(0)).isEqualTo("part,periods,mean,q0.05,q0.95");
        assertThat(lines).hasSize(21);
        double mean = 0;
        double width = 0;
        for (String step : steps.subList(1, 4)) {
            String[] cells = step.split(",");
            mean += Double.parseDouble(cells[3]);
            width += Double.parseDouble(cells[5]) - Double.parseDouble(cells[4]);
        }
        String[] sum = lines.get(1).split(",");
        assertThat(Double.parseDouble(sum[2])).isCloseTo(mean, org.assertj.core.api.Assertions.within(1e-3));
        assertThat(Double.parseDouble(sum[4]) - Double.parseDouble(sum[3])).isLessThanOrEqualTo(width);
    }

    @Test
    void nothingAfterTheOriginIsRead() throws IOException {
        String before = forecast("--origin", "2002-12");
        world(36);
        assertThat(forecast("--origin", "2002-12")).isEqualTo(before);
    }

    @Test
    void theNumberOfThreadsChangesNothing() throws IOException {
        assertThat(forecast("--threads", "1")).isEqualTo(forecast("--threads", "4"));
    }

    @Test
    void aPartThatIsYetToComeIsForecastFromTheSchedule() throws IOException {
        Files.write(usage, (Files.readString(usage) + "NEW,L1,2,2004-01,\n").getBytes());
        String rows = forecast("--origin", "last");
        double mean = Double.parseDouble(rows.lines()
                .filter(l -> l.startsWith("NEW,2004-01,1,"))
                .findFirst()
                .orElseThrow()
                .split(",")[3]);
        // 2 per vehicle, and about half of the vehicles carry a part
        assertThat(mean).isBetween(0.5 * vehicles(MONTHS), 1.5 * vehicles(MONTHS));
    }

    @Test
    void aUsageThatEndsBeforeItBeginsIsRefused() throws IOException {
        Files.writeString(usage, Files.readString(usage) + "NEW,L1,2,2003-02,2002-12\n");
        int status = run(
                "forecast",
                "--demand",
                demand.toString(),
                "--usage",
                usage.toString(),
                "--schedule",
                schedule.toString(),
                "--built",
                built.toString());
        assertThat(status).isEqualTo(1);
        assertThat(err.toString()).contains("valid_to", "2002-12", "lies before valid_from");
    }

    @Test
    void aPartWhoseDemandBeginsAfterTheOriginIsOneThatIsYetToCome() throws IOException {
        Files.writeString(usage, Files.readString(usage) + "NEW,L1,2,2003-02,\n");
        String without = forecast("--origin", "2002-12");
        assertThat(without).contains("NEW,2003-02,2,");
        Files.writeString(demand, Files.readString(demand) + "NEW,2003-02,5\nNEW,2003-03,70\n");
        assertThat(forecast("--origin", "2002-12")).isEqualTo(without);
    }

    @Test
    void aBacktestShowsWhatWouldHaveBeenSelectedBesideTheComparators() throws Exception {
        assertThat(run(
                        "backtest",
                        "--demand",
                        demand.toString(),
                        "--origins",
                        "2",
                        "--horizon",
                        "6",
                        "--models",
                        "local"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("selected", "zero", "last-12", "seasonal-naive", "WQL", "40 forecasts");
        assertThat(run(
                        "backtest",
                        "--demand",
                        demand.toString(),
                        "--output",
                        "json",
                        "--models",
                        "ses,theta",
                        "--by",
                        "segment"))
                .isZero();
        String json = out.toString().substring(out.toString().indexOf("[\n")); // after the table
        JsonNode rows = new ObjectMapper().readTree(json);
        assertThat(rows.findValuesAsText("model")).contains("selected", "ses", "theta");
        assertThat(rows.findValuesAsText("segment")).anyMatch(s -> s.contains("parts without a schedule"));
        assertThat(rows.get(0).get("wql").isNumber()).isTrue();
    }

    @Test
    void anExplanationSaysTheSegmentTheModelAndWhy() {
        assertThat(run("explain", "--demand", demand.toString(), "--part", "P03", "--models", "local"))
                .isZero();
        assertThat(out.toString()).contains("P03 is one of the", "held-out buckets", "mean");
        assertThat(run("explain", "--demand", demand.toString(), "--part", "P99", "--models", "local"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("There is no part (P99)");
    }

    @Test
    void weeksAndDaysAreReadToo() throws IOException {
        List<String> weeks = new ArrayList<>(List.of("part,week,demand"));
        List<String> days = new ArrayList<>(List.of("part,day,demand"));
        for (int t = 0; t < 30; t++) {
            weeks.add("A,2001-W%02d,%d".formatted(t + 1, t % 4));
            days.add("A,%s,%d".formatted(java.time.LocalDate.of(2001, 1, 1).plusDays(t), t % 7));
        }
        Path w = Files.write(folder.resolve("w.csv"), weeks);
        Path d = Files.write(folder.resolve("d.csv"), days);
        assertThat(run("forecast", "--demand", w.toString(), "--horizon", "2", "--models", "local"))
                .isZero();
        assertThat(out.toString()).contains("A,2001-W31,1,");
        assertThat(run("forecast", "--demand", d.toString(), "--horizon", "2", "--models", "local"))
                .isZero();
        assertThat(out.toString()).contains("A,2001-01-31,1,");
    }

    @Test
    void oddSeriesGetAForecastAndUnknownOnesAStatedRefusal() throws IOException {
        Path odd = file(
                "odd.csv",
                "part,month,demand",
                "ONE,2001-03,7",
                "ZERO,2001-01,0",
                "ZERO,2001-02,0",
                "ZERO,2001-03,0",
                "SAME,2001-01,5",
                "SAME,2001-02,5",
                "SAME,2001-03,5",
                "HUGE,2001-01,1000000000000",
                "HUGE,2001-02,1e12",
                "HUGE,2001-03,3",
                "GAP,2000-01,4",
                "GAP,2001-03,NaN",
                "NEVER,2001-03,NaN");
        assertThat(run(
                        "forecast",
                        "--demand",
                        odd.toString(),
                        "--horizon",
                        "3",
                        "--out",
                        folder.resolve("o").toString()))
                .as(err.toString())
                .isZero();
        List<String> rows = Files.readAllLines(folder.resolve("o"));
        assertThat(rows).hasSize(1 + 5 * 3).noneMatch(r -> r.contains("NaN") || r.contains("Infinity"));
        assertThat(err.toString())
                .contains("1 of 6 parts have no known bucket")
                .containsPattern("Chosen for [a-z ]+: [a-z0-9-]+ \\(\\d+ series\\)\\.");
    }

    @Test
    void badInputIsNamedWithFileLineColumnAndValue() throws IOException {
        Map<Path, List<String>> bad = Map.of(
                file("a.csv", "part,month,demand", "P1,2001-01,many"), List.of("a.csv", "line 2", "demand", "many"),
                file("b.csv", "part,month,demand", "P1,2001-13,1"), List.of("b.csv", "line 2", "month", "2001-13"),
                file("c.csv", "part,month,demand", "P1,2001-01,-4"), List.of("line 2", "demand", "-4"),
                file("d.csv", "part,month,demand", "P1,2001-01,1", "P1,2001-01,2"), List.of("line 3", "twice", "P1"),
                file("e.csv", "part,demand", "P1,1"), List.of("line 1", "month, week or day"),
                file("f.csv", "part,month,demand"), List.of("f.csv", "nothing else"),
                file("g.csv", "part,month,demand", "P1,2001-01"), List.of("g.csv", "line 2", "cells"),
                file("h.csv", ""), List.of("h.csv", "header"),
                file("j.csv", "Month,Sales", "2001-01,5"), List.of("--set part=... --map demand=Sales"),
                file("i.csv", "part,month,demand", "P1,2001-01,1e99"), List.of("i.csv", "1e99"));
        bad.forEach((path, words) -> {
            err.getBuffer().setLength(0);
            assertThat(run("forecast", "--demand", path.toString()))
                    .as(path.toString())
                    .isEqualTo(1);
            assertThat(err.toString()).contains(words).doesNotContain("Exception", "\tat ");
        });
    }

    @Test
    void aFileThatIsCutInHalfOrMissingIsSaid() throws IOException {
        Path whole = folder.resolve("whole.gz");
        try (OutputStream gz = new GZIPOutputStream(Files.newOutputStream(whole))) {
            Files.copy(demand, gz);
        }
        byte[] bytes = Files.readAllBytes(whole);
        Path half = Files.write(folder.resolve("half.csv.gz"), Arrays.copyOf(bytes, bytes.length / 2));
        assertThat(run("forecast", "--demand", half.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("half.csv.gz", "breaks off").doesNotContain("\tat ");
        assertThat(run("forecast", "--demand", folder.resolve("none.csv").toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("There is no file");
    }

    @Test
    void optionsOutOfRangeAreRefused() {
        Map<List<String>, String> bad = Map.of(
                List.of("--levels", "0.5,1.5"), "1.5",
                List.of("--horizon", "0"), "--horizon (0)",
                List.of("--models", "magic"), "There is no model (magic)",
                List.of("--origin", "spring"), "spring",
                List.of("--origin", "1950-01"), "1950-01",
                List.of("--lead-time", "99"), "--lead-time (99)",
                List.of("--threads", "0"), "--threads (0)");
        bad.forEach((options, word) -> {
            err.getBuffer().setLength(0);
            List<String> all = new ArrayList<>(List.of("forecast", "--demand", demand.toString()));
            all.addAll(options);
            assertThat(run(all.toArray(String[]::new))).as(options.toString()).isEqualTo(1);
            assertThat(err.toString()).contains(word).doesNotContain("\tat ");
        });
    }
}
