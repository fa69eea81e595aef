package takt.cli.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import takt.cli.Takt;

class LabTest {

    private static final YearMonth JANUARY = YearMonth.of(2000, 1);
    private static final int MONTHS = 48;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path demand;
    private Path schedule;
    private Path built;
    private Path usage;

    private int run(String... arguments) {
        CommandLine command = Takt.commandLine();
        command.setErr(new PrintWriter(err, true));
        command.setOut(new PrintWriter(out, true));
        List<String> all = new ArrayList<>(List.of("lab"));
        all.addAll(Arrays.asList(arguments));
        return command.execute(all.toArray(String[]::new));
    }

    private Path file(String name, String... lines) throws IOException {
        return Files.write(folder.resolve(name), List.of(lines));
    }

    private static int vehicles(int month) {
        return 100 + 40 * (month * 7 % 5);
    }

    /** Twenty parts, half of the vehicles carry each; from month {@code spoiltFrom} on everything is a thousand times too much. */
    private void world(int spoiltFrom) throws IOException {
        List<String> d = new ArrayList<>(List.of("part,month,demand"));
        List<String> s = new ArrayList<>(List.of("issued,line,target_month,h,planned_units"));
        List<String> b = new ArrayList<>(List.of("line,month,units_built"));
        List<String> u = new ArrayList<>(List.of("part,line,qty_per_vehicle,valid_from,valid_to"));
        for (int m = 0; m < MONTHS; m++) {
            int factor = m >= spoiltFrom ? 1000 : 1;
            YearMonth month = JANUARY.plusMonths(m);
            b.add("L1,%s,%d".formatted(month, factor * vehicles(m)));
            for (int h = 1; h <= 12; h++) {
                s.add("%s,L1,%s,%d,%d".formatted(month, month.plusMonths(h), h, factor * vehicles(m + h)));
            }
            for (int p = 0; p < 20; p++) {
                d.add("P%02d,%s,%d".formatted(p, month, factor * (vehicles(m) / 2 + (m * 13 + p * 7) % 11)));
            }
        }
        for (int p = 0; p < 20; p++) {
            u.add("P%02d,L1,1,,".formatted(p));
        }
        demand = Files.write(folder.resolve("demand.csv"), d);
        schedule = Files.write(folder.resolve("schedule.csv"), s);
        built = Files.write(folder.resolve("built.csv"), b);
        usage = Files.write(folder.resolve("usage.csv"), u);
    }

    @BeforeEach
    void aWorld() throws IOException {
        world(MONTHS);
    }

    private String forecast(String... more) throws IOException {
        Path to = folder.resolve("out.csv");
        List<String> all = new ArrayList<>(List.of(
                "forecast",
                "--demand",
                demand.toString(),
                "--schedule",
                schedule.toString(),
                "--built",
                built.toString(),
                "--usage",
                usage.toString(),
                "--out",
                to.toString()));
        all.addAll(Arrays.asList(more));
        assertThat(run(all.toArray(String[]::new))).as(err.toString()).isZero();
        return Files.readString(to);
    }

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
    void aPartWhoseDemandBeginsAfterTheOriginIsOneThatIsYetToCome() throws IOException {
        Files.writeString(usage, Files.readString(usage) + "NEW,L1,2,2003-02,\n");
        String without = forecast("--origin", "2002-12");
        assertThat(without).contains("NEW,2003-02,2,");
        Files.writeString(demand, Files.readString(demand) + "NEW,2003-02,5\nNEW,2003-03,70\n");
        assertThat(forecast("--origin", "2002-12")).isEqualTo(without);
    }

    @Test
    void aBacktestShowsWhatWouldHaveBeenSelectedBesideTheComparators() {
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
        assertThat(out.toString()).contains("\"model\": \"theta\"", "\"wql\": ", "parts without a schedule");
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
        assertThat(err.toString()).contains("1 of 6 parts have no known bucket");
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
                file("h.csv", ""), List.of("h.csv", "line 1"),
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

    /** Mean per month of the rows whose first cells are these. */
    private static double[] means(Path file, String prefix) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(row -> row.startsWith(prefix))
                .mapToDouble(row -> Double.parseDouble(row.split(",")[prefix.split(",").length + 2]))
                .toArray();
    }

    @Test
    void familiesAreTheSumsOfTheirPartsWhicheverWayTheyAreMadeToAgree() throws IOException {
        world(MONTHS);
        List<String> families = new ArrayList<>(List.of("part,family,plant,model"));
        for (int p = 0; p < 20; p++) {
            families.add(
                    "P%02d,%s,%s,M%02d".formatted(p, p < 5 ? "brakes" : "seats", p % 2 == 0 ? "North" : "South", p));
        }
        Path groups = file("groups.csv", families.toArray(String[]::new));
        for (String method : List.of("bottom_up", "mint")) {
            Path out = folder.resolve("parts-" + method + ".csv");
            Path totals = folder.resolve("groups-" + method + ".csv");
            assertThat(run(
                            "forecast",
                            "--demand",
                            demand.toString(),
                            "--models",
                            "nb-ew,ses",
                            "--horizon",
                            "6",
                            "--groups",
                            groups.toString(),
                            "--reconcile",
                            method,
                            "--out",
                            out.toString(),
                            "--out-groups",
                            totals.toString()))
                    .as(err.toString())
                    .isZero();
            double[] brakes = new double[6];
            for (int p = 0; p < 5; p++) {
                double[] part = means(out, "P0" + p);
                for (int h = 0; h < 6; h++) {
                    brakes[h] += part[h];
                }
            }
            double[] all = means(totals, "all,all");
            double[] north = means(totals, "plant,North");
            double[] south = means(totals, "plant,South");
            assertThat(brakes[0]).isPositive();
            for (int h = 0; h < 6; h++) {
                assertThat(means(totals, "family,brakes")[h]).isCloseTo(brakes[h], within(0.01));
                assertThat(all[h]).isCloseTo(north[h] + south[h], within(0.01));
            }
        }
        double sums = means(folder.resolve("groups-bottom_up.csv"), "all,all")[0];
        assertThat(means(folder.resolve("groups-mint.csv"), "all,all")[0]).isCloseTo(sums, within(0.1 * sums));
        assertThat(means(folder.resolve("parts-mint.csv"), "P00"))
                .isNotEqualTo(means(folder.resolve("parts-bottom_up.csv"), "P00"));
    }

    @Test
    void groupsWithoutAFileAreRefused() throws IOException {
        world(MONTHS);
        assertThat(run("forecast", "--demand", demand.toString(), "--reconcile", "mint"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("--reconcile need --groups FILE");
    }

    @Test
    void aSuccessorIsForecastFromItsPredecessorsHistoryAndACircleIsRefused() throws IOException {
        world(MONTHS);
        Path links = file("links.csv", "predecessor,successor,from", "P01,NEW-1,2004-01");
        Path out = folder.resolve("out.csv");
        assertThat(run(
                        "forecast",
                        "--demand",
                        demand.toString(),
                        "--successors",
                        links.toString(),
                        "--origin",
                        "2003-12",
                        "--models",
                        "nb-ew",
                        "--out",
                        out.toString()))
                .as(err.toString())
                .isZero();
        assertThat(means(out, "NEW-1")).isNotEmpty().isEqualTo(means(out, "P01"));
        Path circle = file("circle.csv", "predecessor,successor,from", "P01,P02,2003-01", "P02,P01,2003-06");
        assertThat(run("forecast", "--demand", demand.toString(), "--successors", circle.toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("circle.csv: Part (P0", "is its own predecessor");
    }
}
