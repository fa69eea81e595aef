package takt.cli.lab;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import takt.cli.UserError;
import takt.engine.features.ProgrammeBook;
import takt.engine.features.UsageLink;
import takt.engine.series.DemandSeries;
import takt.engine.series.SeriesKey;
import takt.kernel.BucketCalendar;
import takt.kernel.PartNumber;
import takt.kernel.SiteId;

/**
 * Reads the lab's files. A bucket without a row is unknown, or zero if that is asked for: then every part has all
 * buckets between the files' first and last.
 */
final class LabReader {

    private static final SiteId NOWHERE = new SiteId("BPNS000000000000");
    private static final LocalDate EARLIEST = LocalDate.of(1800, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2999, 12, 31);

    private final LabOptions options;
    private final BucketCalendar calendar;
    private final Map<String, TreeMap<LocalDate, Double>> demand = new TreeMap<>();
    private LocalDate first = LATEST;
    private LocalDate last = EARLIEST;

    LabReader(LabOptions options) {
        this.options = options;
        this.calendar = calendarOf(options.demand.get(0));
    }

    LabData read() {
        options.demand.forEach(this::demand);
        if (demand.isEmpty()) {
            throw new UserError("%s: there is a header and nothing else.".formatted(options.demand.get(0)));
        }
        demand.values().forEach(known -> {
            first = known.firstKey().isBefore(first) ? known.firstKey() : first;
            last = known.lastKey().isAfter(last) ? known.lastKey() : last;
        });
        List<DemandSeries> series = new ArrayList<>();
        demand.forEach((part, known) -> series.add(series(part, known)));
        return new LabData(calendar, series, programme());
    }

    private static BucketCalendar calendarOf(Path file) {
        List<String> header = new CsvRows(file).header();
        return Arrays.stream(BucketCalendar.values())
                .filter(c -> header.contains(Period.column(c)))
                .findFirst()
                .orElseThrow(() -> new UserError(
                        "%s, line 1: the header %s lacks a column month, week or day.".formatted(file, header)));
    }

    private void demand(Path file) {
        String column = Period.column(calendar);
        new CsvRows(file).read(List.of("part", column, "demand"), row -> {
            String part = row.required("part");
            if (!PartNumber.isValid(part)) {
                throw row.fault("part", part, "is no part number of 1 to 50 letters, digits, blanks or ._/+-");
            }
            LocalDate bucket = bucket(row, column);
            Double before = demand.computeIfAbsent(part, p -> new TreeMap<>()).put(bucket, row.quantity("demand"));
            if (before != null) {
                throw row.fault(column, row.text(column), "stands twice for part (%s)".formatted(part));
            }
        });
    }

    private LocalDate bucket(CsvRows.Row row, String column) {
        String text = row.required(column);
        return Period.parse(calendar, text)
                .filter(day -> !day.isBefore(EARLIEST) && !day.isAfter(LATEST))
                .orElseThrow(() ->
                        row.fault(column, text, "is not %s between 1800 and 2999".formatted(Period.form(calendar))));
    }

    private DemandSeries series(String part, TreeMap<LocalDate, Double> known) {
        SeriesKey key = new SeriesKey(new PartNumber(part), NOWHERE);
        if (options.missing == LabOptions.Missing.zero) {
            known.putIfAbsent(first, 0.0);
            known.putIfAbsent(last, 0.0);
        }
        DemandSeries read = DemandSeries.of(key, calendar, known);
        double[] values = read.values();
        for (int t = 0; t < values.length && options.missing == LabOptions.Missing.zero; t++) {
            values[t] = Double.isNaN(values[t]) ? 0 : values[t];
        }
        return new DemandSeries(
                key, calendar, read.first(), values, options.season > 0 ? options.season : calendar.season());
    }

    private Optional<ProgrammeBook> programme() {
        if (options.schedule == null && options.usage == null) {
            return Optional.empty();
        }
        if (options.schedule == null || options.usage == null) {
            throw new UserError(
                    "A schedule says nothing of parts without a usage file, and the other way round.\nMaybe give both, --schedule and --usage.");
        }
        Map<String, List<UsageLink>> usage = new HashMap<>();
        new CsvRows(options.usage)
                .read(
                        List.of("part", "line", "qty_per_vehicle"),
                        row -> usage.computeIfAbsent(row.required("part"), p -> new ArrayList<>())
                                .add(new UsageLink(
                                        row.required("line"),
                                        row.quantity("qty_per_vehicle"),
                                        row.has("valid_from")
                                                        && !row.text("valid_from")
                                                                .isEmpty()
                                                ? row.date("valid_from")
                                                : EARLIEST,
                                        row.has("valid_to")
                                                        && !row.text("valid_to").isEmpty()
                                                ? end(row.date("valid_to"))
                                                : LATEST)));
        ProgrammeBook book = new ProgrammeBook(calendar, usage);
        String target = "target_" + Period.column(calendar);
        new CsvRows(options.schedule)
                .read(
                        List.of("issued", "line", target, "planned_units"),
                        row -> book.plan(
                                row.required("line"),
                                row.date("issued"),
                                bucket(row, target),
                                row.quantity("planned_units")));
        if (options.built != null) {
            String column = Period.column(calendar);
            new CsvRows(options.built)
                    .read(
                            List.of("line", column, "units_built"),
                            row -> book.build(row.required("line"), bucket(row, column), row.quantity("units_built")));
        }
        return Optional.of(book);
    }

    /** A validity that ends in a month ends with its last day. */
    private static LocalDate end(LocalDate day) {
        return day.getDayOfMonth() == 1 ? day.plusMonths(1).minusDays(1) : day;
    }
}
