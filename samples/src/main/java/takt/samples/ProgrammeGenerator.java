package takt.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Writes every file of {@code samples/programme} from the real assemblies and a fixed seed:
 * {@code java -cp samples/target/classes takt.samples.ProgrammeGenerator samples/programme}.
 */
public final class ProgrammeGenerator {

    static final LocalDate PRESENT = LocalDate.of(2001, 4, 2);
    private static final LocalDate FIRST_BUILT = LocalDate.of(1991, 4, 1);
    private static final LocalDate FIRST_DEMAND = LocalDate.of(1995, 4, 3);
    private static final LocalDate FIRST_ISSUE = LocalDate.of(1995, 4, 3);
    private static final LocalDate LAST_KNOWN = LocalDate.of(2002, 9, 30);
    private static final int PLANNED_WEEKS = 56;
    private static final long SEED = 20010402L;

    private final Random random = new Random(SEED);
    private final List<String> lines = List.of("ATLAS", "BOREAL", "CIRRUS", "DUNE", "EMBER");
    private final Network network = new Network(random);
    private final Volumes volumes;
    private final Map<String, Table> tables = new LinkedHashMap<>();

    ProgrammeGenerator(Map<YearMonth, Double> assemblies) {
        volumes = new Volumes(assemblies, lines, FIRST_BUILT, LAST_KNOWN, random);
        List<SamplePart> parts = new PartFactory(lines, network, random).parts();
        master(parts);
        programme();
        Map<String, Double> weekly = demand(parts);
        network.write(tables, parts, weekly, PRESENT);
    }

    Map<String, Table> tables() {
        return tables;
    }

    private Table table(String name, String header) {
        return tables.computeIfAbsent(name, n -> new Table(header));
    }

    private void master(List<SamplePart> parts) {
        Table line = table("vehicle_lines", "line,name");
        lines.forEach(
                l -> line.row(l, "Vehicle line " + l.charAt(0) + l.substring(1).toLowerCase(java.util.Locale.ROOT)));
        Table part = table("parts", "part,description,unit,family,category");
        Table usage = table("usage", "part,line,qty_per_vehicle,valid_from,valid_to");
        for (SamplePart p : parts) {
            part.row(p.number(), p.description(), "H87", p.family(), "SR99");
            p.perVehicle()
                    .forEach((l, qty) -> usage.row(
                            p.number(), l, qty, orEmpty(p.from(), LocalDate.MIN), orEmpty(p.to(), LocalDate.MAX)));
        }
    }

    private static String orEmpty(LocalDate date, LocalDate always) {
        return date.equals(always) ? "" : date.toString();
    }

    private void programme() {
        Table built = table("built", "line,week,units_built");
        Table schedule = table("schedule", "issued,line,week,planned_units");
        for (String line : lines) {
            for (LocalDate week = FIRST_BUILT; week.isBefore(PRESENT); week = week.plusWeeks(1)) {
                built.row(line, week, volumes.at(line, week));
            }
            for (LocalDate month = FIRST_ISSUE; !month.isAfter(PRESENT); month = month.plusMonths(1)) {
                issue(schedule, line, firstMonday(month));
            }
        }
    }

    private static LocalDate firstMonday(LocalDate day) {
        LocalDate first = day.withDayOfMonth(1);
        return first.plusDays((8 - first.getDayOfWeek().getValue()) % 7);
    }

    /** Planned is the truth with an error that grows with the distance and a little optimism far out. */
    private void issue(Table schedule, String line, LocalDate issued) {
        double common = random.nextGaussian();
        double wave = 0;
        for (int h = 0; h < PLANNED_WEEKS; h++) {
            LocalDate week = issued.plusWeeks(h);
            wave = 0.9 * wave + 0.43 * random.nextGaussian();
            double reach = Math.min(1, h / 40.0);
            double error = 0.015 * random.nextGaussian() + reach * (0.07 * common + 0.05 * wave + 0.03);
            schedule.row(issued, line, week, Math.round(volumes.at(line, week) * Math.exp(error)));
        }
    }

    /** Weekly call-offs in whole packs; what a pack rounds away this week is called off in a later one. */
    private Map<String, Double> demand(List<SamplePart> parts) {
        Table demand = table("demand", "part,site,week,demand");
        Map<String, Double> lastYear = new TreeMap<>();
        for (SamplePart part : parts) {
            double open = 0;
            double sum = 0;
            for (LocalDate week = FIRST_DEMAND; week.isBefore(PRESENT); week = week.plusWeeks(1)) {
                open += need(part, week) * Math.exp(0.06 * random.nextGaussian());
                long packs = Math.round(open / part.pack());
                long called = Math.max(0, packs * part.pack());
                open -= called;
                if (!week.isBefore(part.from()) && !week.isAfter(part.to())) {
                    demand.row(part.number(), Network.PLANT, week, called);
                }
                sum += week.isBefore(PRESENT.minusWeeks(26)) ? 0 : called;
            }
            lastYear.put(part.number(), sum / 26);
        }
        return lastYear;
    }

    private double need(SamplePart part, LocalDate week) {
        LocalDate build = week.plusWeeks(part.lead());
        if (build.isBefore(part.from()) || build.isAfter(part.to())) {
            return 0;
        }
        double years = (build.toEpochDay() - PRESENT.toEpochDay()) / 365.25;
        double take = Math.min(1, Math.max(0.02, part.takeRate() + part.takeDrift() * years));
        return part.perVehicle().entrySet().stream()
                .mapToDouble(e -> e.getValue() * take * volumes.at(e.getKey(), build))
                .sum();
    }

    static Map<YearMonth, Double> assemblies(Path csv) throws IOException {
        Map<YearMonth, Double> months = new TreeMap<>();
        Files.readAllLines(csv).stream()
                .skip(1)
                .map(l -> l.split(","))
                .forEach(c -> months.put(YearMonth.parse(c[0]), Double.valueOf(c[1])));
        return months;
    }

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        Path source = folder.resolve("us_motor_vehicle_assemblies_nsa.csv");
        for (var table : new ProgrammeGenerator(assemblies(source)).tables().entrySet()) {
            table.getValue().write(folder.resolve(table.getKey() + ".csv.gz"));
        }
    }
}
