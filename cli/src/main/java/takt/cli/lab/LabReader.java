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
import takt.cli.source.ColumnAdvice;
import takt.cli.term.UserError;
import takt.engine.features.InheritedUsage;
import takt.engine.features.ProgrammeBook;
import takt.engine.features.UsageLink;
import takt.engine.series.DemandSeries;
import takt.engine.series.SeriesKey;
import takt.engine.series.Succession;
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
    private final LocalDate epoch;
    private final Map<String, PartHistory> demand = new TreeMap<>();

    LabReader(LabOptions options) {
        this.options = options;
        this.calendar = calendarOf(new NamedRows(options.demand.get(0), options.form));
        this.epoch = calendar.floor(LocalDate.EPOCH);
    }

    LabData read() {
        options.demand.forEach(this::demand);
        if (demand.isEmpty()) {
            throw new UserError("%s: there is a header and nothing else.".formatted(options.demand.get(0)));
        }
        int first = demand.values().stream().mapToInt(PartHistory::first).min().orElse(0);
        int last = demand.values().stream().mapToInt(PartHistory::last).max().orElse(0);
        Map<String, List<UsageLink>> usage = usage();
        List<DemandSeries> series = new ArrayList<>();
        demand.forEach((part, known) -> series.add(
                options.missing == LabOptions.Missing.zero
                        ? series(part, first, zeroed(known.values(first, last, 0)))
                        : series(part, known.first(), known.values(known.first(), known.last(), Double.NaN))));
        usage.keySet().stream()
                .filter(part -> !demand.containsKey(part))
                .sorted()
                .forEach(part -> {
                    double[] unknown = new double[last - first + 1];
                    Arrays.fill(unknown, Double.NaN);
                    series.add(series(part, first, unknown)); // a part that is yet to come
                });
        demand.clear();
        Succession succession = succession();
        return new LabData(calendar, succession.inherit(series), programme(InheritedUsage.of(usage, succession)));
    }

    private Succession succession() {
        if (options.successors == null) {
            return Succession.NONE;
        }
        List<Succession.Link> links = new ArrayList<>();
        new NamedRows(options.successors)
                .read(
                        List.of("predecessor", "successor", "from"),
                        row -> links.add(new Succession.Link(
                                part(row, "predecessor"), part(row, "successor"), row.date("from"))));
        try {
            return Succession.of(links);
        } catch (IllegalArgumentException e) {
            throw new UserError("%s: %s".formatted(options.successors, e.getMessage()));
        }
    }

    private static PartNumber part(NamedRows.Row row, String column) {
        String part = row.required(column);
        if (!PartNumber.isValid(part)) {
            throw row.fault(column, part, "is no part number of 1 to 50 letters, digits, blanks or ._/+-");
        }
        return new PartNumber(part);
    }

    private static double[] zeroed(double[] values) {
        return Arrays.stream(values).map(v -> Double.isNaN(v) ? 0 : v).toArray();
    }

    private static BucketCalendar calendarOf(NamedRows file) {
        List<String> header = file.header();
        return Arrays.stream(BucketCalendar.values())
                .filter(c -> header.contains(Period.column(c)))
                .findFirst()
                .orElseThrow(() -> new UserError(
                        "%s, line 1: the header %s lacks a column month, week or day.%nMaybe it has another name: %s"
                                .formatted(
                                        file.path(),
                                        header,
                                        ColumnAdvice.options(List.of("one of month, week, day"), file.names()))));
    }

    private void demand(Path file) {
        String column = Period.column(calendar);
        new NamedRows(file, options.form).read(List.of("part", column, "demand"), row -> {
            String part = part(row, "part").value();
            LocalDate bucket = bucket(row, column);
            int index = calendar.between(epoch, bucket);
            if (!demand.computeIfAbsent(part, p -> new PartHistory()).add(index, row.quantity("demand"))) {
                throw row.fault(
                        column,
                        row.text(column),
                        "stands twice for part (%s); say with --same-key whether they are added".formatted(part));
            }
        });
    }

    private LocalDate bucket(NamedRows.Row row, String column) {
        String text = row.required(column);
        return Period.parse(calendar, text)
                .filter(day -> !day.isBefore(EARLIEST) && !day.isAfter(LATEST))
                .orElseThrow(() ->
                        row.fault(column, text, "is not %s between 1800 and 2999".formatted(Period.form(calendar))));
    }

    private DemandSeries series(String part, int first, double[] values) {
        return new DemandSeries(
                new SeriesKey(new PartNumber(part), NOWHERE),
                calendar,
                calendar.plus(epoch, first),
                values,
                options.season > 0 ? options.season : calendar.season());
    }

    private Map<String, List<UsageLink>> usage() {
        Map<String, List<UsageLink>> usage = new HashMap<>();
        if (options.usage != null) {
            new NamedRows(options.usage)
                    .read(
                            List.of("part", "line", "qty_per_vehicle"),
                            row -> usage.computeIfAbsent(row.required("part"), p -> new ArrayList<>())
                                    .add(new UsageLink(
                                            row.required("line"),
                                            row.quantity("qty_per_vehicle"),
                                            row.isEmpty("valid_from") ? EARLIEST : row.date("valid_from"),
                                            row.isEmpty("valid_to") ? LATEST : end(row))));
        }
        return usage;
    }

    private Optional<ProgrammeBook> programme(Map<String, List<UsageLink>> usage) {
        if (options.schedule == null && options.usage == null) {
            return Optional.empty();
        }
        if (options.schedule == null || options.usage == null) {
            throw new UserError(
                    "A schedule says nothing of parts without a usage file, and the other way round.\nMaybe give both, --schedule and --usage.");
        }
        ProgrammeBook book = new ProgrammeBook(calendar, usage);
        // what `takt import` takes has the bare name
        String bare = Period.column(calendar);
        String target = new NamedRows(options.schedule).header().contains(bare) ? bare : "target_" + bare;
        new NamedRows(options.schedule)
                .read(
                        List.of("issued", "line", target, "planned_units"),
                        row -> book.plan(
                                row.required("line"),
                                row.date("issued"),
                                bucket(row, target),
                                row.quantity("planned_units")));
        if (options.built != null) {
            String column = Period.column(calendar);
            new NamedRows(options.built)
                    .read(
                            List.of("line", column, "units_built"),
                            row -> book.build(row.required("line"), bucket(row, column), row.quantity("units_built")));
        }
        return Optional.of(book);
    }

    /** A validity that ends in a month ends with its last day, one that ends on a day with that day. */
    private static LocalDate end(NamedRows.Row row) {
        LocalDate day = row.date("valid_to");
        LocalDate last = row.text("valid_to").length() == 7 ? day.plusMonths(1).minusDays(1) : day;
        if (!row.isEmpty("valid_from") && last.isBefore(row.date("valid_from"))) {
            throw row.fault("valid_to", row.text("valid_to"), "lies before valid_from; swap them");
        }
        return last;
    }
}
