package takt.cli.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Parts that add up to groups, and parts that take the place of others. */
class LabGroupsTest extends LabWorld {

    /** Mean per month of the rows whose first cells are these. */
    private static double[] means(Path file, String prefix) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(row -> row.startsWith(prefix))
                .mapToDouble(row -> Double.parseDouble(row.split(",")[prefix.split(",").length + 2]))
                .toArray();
    }

    @Test
    void familiesAreTheSumsOfTheirPartsWhicheverWayTheyAreMadeToAgree() throws IOException {
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

    private void refused(String words, String... options) {
        err.getBuffer().setLength(0);
        List<String> all = new ArrayList<>(List.of("forecast", "--demand", demand.toString(), "--models", "nb-ew"));
        all.addAll(List.of(options));
        assertThat(run(all.toArray(String[]::new))).isEqualTo(1);
        assertThat(err.toString()).contains(words).doesNotContain("\tat ");
    }

    @Test
    void groupsThatCannotBeSummedAreRefused() throws IOException {
        String out = folder.resolve("out-groups.csv").toString();
        refused("--reconcile need --groups FILE", "--reconcile", "mint");
        String good = file("good.csv", "part,family", "P00,brakes").toString();
        refused("--groups changes nothing alone", "--groups", good);
        String twice =
                file("twice.csv", "part,family", "P00,brakes", "P00,seats").toString();
        refused("line 3, column part: the value (P00) stands twice", "--groups", twice, "--out-groups", out);
        String none = file("none.csv", "part,family", "X,brakes", "Y,seats").toString();
        refused("no part of it has a forecast; 2 rows, 20 parts", "--groups", none, "--out-groups", out);
        refused("levels, as family", "--groups", file("bare.csv", "part", "P00").toString(), "--out-groups", out);
        Path apart = file("apart.csv", "part,month,demand", "P00,2003-12,4", "Q,2003-10,5", "Q,2003-11,5");
        demand = apart;
        refused("end in different buckets", "--groups", good, "--out-groups", out);
    }

    @Test
    void theTimingOfEveryRegressionIsShownWhereOnlySomePartsHaveASchedule() throws IOException {
        List<String> some = new ArrayList<>(Files.readAllLines(usage));
        some.removeIf(row -> row.startsWith("P1"));
        Files.write(usage, some);
        forecast("--timing", "--models", "schedule-regression,forest,nb-ew");
        assertThat(err.toString()).contains("schedule-regression", "forest", "nb-ew", "features");
    }

    @Test
    void aSuccessorIsForecastFromItsPredecessorsHistoryAndACircleIsRefused() throws IOException {
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
        Path alone = folder.resolve("alone.csv");
        assertThat(run(
                        "forecast",
                        "--demand",
                        demand.toString(),
                        "--origin",
                        "2003-12",
                        "--models",
                        "nb-ew",
                        "--out",
                        alone.toString()))
                .isZero();
        assertThat(means(out, "NEW-1")).isNotEmpty().isEqualTo(means(alone, "P01"));
        assertThat(means(out, "P01")).as("replaced").containsOnly(0.0);
        Path circle = file("circle.csv", "predecessor,successor,from", "P01,P02,2003-01", "P02,P01,2003-06");
        assertThat(run("forecast", "--demand", demand.toString(), "--successors", circle.toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("circle.csv: Part (P0", "is its own predecessor");
    }
}
