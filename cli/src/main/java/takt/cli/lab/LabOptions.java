package takt.cli.lab;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import takt.cli.source.FileOptions;
import takt.cli.term.UserError;
import takt.engine.model.Forecasters;
import takt.engine.series.Origin;
import takt.engine.tribuo.TrainingIdentity;
import takt.kernel.BucketCalendar;

/** What every command of the lab takes. */
final class LabOptions {

    /** What a bucket without a row means. */
    enum Missing {
        unknown,
        zero
    }

    @Option(
            names = "--demand",
            required = true,
            arity = "1..*",
            paramLabel = "FILE",
            description =
                    "CSV or CSV.gz with part, month (or week, or day) and demand; several files are read together.")
    List<Path> demand = new ArrayList<>();

    @Option(
            names = "--schedule",
            paramLabel = "FILE",
            description = "Schedules as issued: issued, line, target_month, planned_units.")
    @Nullable
    Path schedule;

    @Option(names = "--built", paramLabel = "FILE", description = "Built volumes: line, month, units_built.")
    @Nullable
    Path built;

    @Option(
            names = "--usage",
            paramLabel = "FILE",
            description = "Usage: part, line, qty_per_vehicle, valid_from, valid_to (empty is always).")
    @Nullable
    Path usage;

    @Option(
            names = "--successors",
            paramLabel = "FILE",
            description =
                    "Parts that take the place of others: predecessor, successor, from. A successor begins with its predecessor's history.")
    @Nullable
    Path successors;

    @Mixin
    FileOptions form = new FileOptions();

    @Option(names = "--horizon", paramLabel = "N", description = "Buckets to forecast (default: ${DEFAULT-VALUE}).")
    int horizon = 12;

    @Option(
            names = "--season",
            paramLabel = "N",
            description = "Buckets after which the pattern repeats itself (default: 12 months, 52 weeks, 7 days).")
    int season;

    @Option(
            names = "--missing",
            paramLabel = "HOW",
            description = "What a bucket without a row means: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    Missing missing = Missing.unknown;

    @Option(
            names = "--models",
            split = ",",
            paramLabel = "NAME",
            description = "all, local, or names of models to choose from (default: all).")
    List<String> models = List.of("all");

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Seed of every random choice (default: ${DEFAULT-VALUE}).")
    long seed = 42;

    @Option(names = "--threads", paramLabel = "N", description = "Threads to use (default: all processors).")
    int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--timing", description = "Say on standard error how many series each model does a second.")
    boolean timing;

    void check() {
        range("--horizon", horizon, 1, 520);
        range("--season", season, 0, 366);
        range("--threads", threads, 1, 256);
    }

    /** The given lead time, or three buckets, or the horizon if that is less. */
    int leadTime(@Nullable Integer given) {
        if (given == null) {
            return Math.min(3, horizon);
        }
        range("--lead-time", given, 1, horizon);
        return given;
    }

    static void range(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw new UserError("The option %s (%d) must lie in %d..%d.".formatted(option, value, least, most));
        }
    }

    /** Names of the models that may be chosen. */
    Set<String> candidates() {
        Set<String> names = new TreeSet<>();
        Set<String> known = Forecasters.candidates();
        for (String model : models) {
            if (model.equals("all")) {
                names.addAll(known);
            } else if (model.equals("local")) {
                names.addAll(known.stream()
                        .filter(n -> Forecasters.regressions(Set.of(n)).isEmpty())
                        .collect(Collectors.toSet()));
            } else if (known.contains(model)) {
                names.add(model);
            } else {
                if (Forecasters.comparators().stream().anyMatch(c -> c.name().equals(model))) {
                    throw new UserError("The model (%s) stands in every table for comparison and is never chosen."
                            .formatted(model));
                }
                throw new UserError("There is no model (%s).%nMaybe one of all, local, %s."
                        .formatted(model, String.join(", ", new TreeSet<>(known))));
            }
        }
        return names;
    }

    Origin origin(String text, BucketCalendar calendar) {
        if (text.equals("last")) {
            return new Origin.OwnLast(0);
        }
        LocalDate bucket = Period.parse(calendar, text)
                .orElseThrow(() -> new UserError("The origin (%s) must be last or a bucket of the files: %s."
                        .formatted(text, Period.form(calendar))));
        return new Origin.Common(bucket);
    }

    TrainingIdentity identity() {
        return new TrainingIdentity(
                "lab",
                HexFormat.of().toHexDigits(seed).repeat(4),
                seed,
                "lab",
                OffsetDateTime.of(2000, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC));
    }

    /** Runs work on the chosen number of threads; parallel streams inside stay within it. */
    <T> T within(Callable<T> work) {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(work).get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserError("Interrupted.");
        } finally {
            pool.shutdown();
        }
    }
}
