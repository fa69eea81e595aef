package takt.cli.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import takt.cli.Takt;

/** The lab on twenty parts of one vehicle line, its files in a folder of their own. */
abstract class LabWorld {

    static final YearMonth JANUARY = YearMonth.of(2000, 1);
    static final int MONTHS = 48;

    @TempDir
    Path folder;

    final StringWriter out = new StringWriter();
    final StringWriter err = new StringWriter();
    Path demand;
    Path schedule;
    Path built;
    Path usage;

    int run(String... arguments) {
        CommandLine command = Takt.commandLine();
        command.setErr(new PrintWriter(err, true));
        command.setOut(new PrintWriter(out, true));
        List<String> all = new ArrayList<>(List.of("lab"));
        all.addAll(Arrays.asList(arguments));
        return command.execute(all.toArray(String[]::new));
    }

    Path file(String name, String... lines) throws IOException {
        return Files.write(folder.resolve(name), List.of(lines));
    }

    static int vehicles(int month) {
        return 100 + 40 * (month * 7 % 5);
    }

    /** Twenty parts, half of the vehicles carry each; from month {@code spoiltFrom} on everything is a thousand times too much. */
    void world(int spoiltFrom) throws IOException {
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

    String forecast(String... more) throws IOException {
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
}
