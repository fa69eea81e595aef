package takt.cli.service.model;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import takt.proto.forecast.v1.Accuracy;
import takt.proto.forecast.v1.TrainingRun;
import takt.proto.type.v1.Calendar;

/** Accuracy over the last twelve months, which no model had seen. */
public final class AccuracyTable {

    private AccuracyTable() {}

    private static final int SHOWN = 6;
    private static final Set<String> COMPARATORS = Set.of("zero", "last-12", "seasonal-naive");

    /** What was selected, the best models, and those that every planner has in a sheet. */
    public static void print(TrainingRun run, PrintWriter out) {
        out.println("  accuracy over the last 12 months, held out       WQL     WAPE    bias");
        rows(
                run.getAccuracyList().stream()
                        .filter(a -> a.getSegment().isEmpty())
                        .toList(),
                SHOWN,
                out);
        run.getRemarksList().forEach(remark -> out.println("  " + remark));
        out.flush();
    }

    /** One table per origin, and per segment at the newest where asked for. */
    public static void backtest(TrainingRun run, boolean segments, PrintWriter out) {
        Map<String, List<Accuracy>> tables = new TreeMap<>();
        run.getAccuracyList().stream()
                .filter(a -> segments || a.getSegment().isEmpty())
                .forEach(a -> tables.computeIfAbsent(
                                "origin %s, %s"
                                        .formatted(
                                                a.getOrigin(), a.getSegment().isEmpty() ? "all parts" : a.getSegment()),
                                t -> new ArrayList<>())
                        .add(a));
        tables.forEach((title, rows) -> {
            out.printf("%-64s WQL     WAPE    bias%n", title);
            rows(rows, Integer.MAX_VALUE, out);
        });
        run.getRemarksList().forEach(out::println);
        out.flush();
    }

    private static void rows(List<Accuracy> figures, int shown, PrintWriter out) {
        for (Calendar calendar : List.of(Calendar.CALENDAR_MONTH, Calendar.CALENDAR_ISO_WEEK, Calendar.CALENDAR_DAY)) {
            List<Accuracy> all = figures.stream()
                    .filter(a -> a.getCalendar() == calendar)
                    .sorted(Comparator.comparing((Accuracy a) -> !a.getModel().equals("selected"))
                            .thenComparingDouble(Accuracy::getWql))
                    .toList();
            IntStream.range(0, all.size())
                    .filter(i -> i < shown || COMPARATORS.contains(all.get(i).getModel()))
                    .mapToObj(all::get)
                    .forEach(a -> out.printf(
                            Locale.ROOT,
                            "    %-10s %-24s %5d series  %6s  %6s  %6s%n",
                            label(calendar),
                            a.getModel(),
                            a.getSeries(),
                            figure("%.3f", a.getWql()),
                            figure("%.3f", a.getWape()),
                            figure("%+.3f", a.getBias())));
        }
    }

    /** A dash where nothing was demanded. */
    static String figure(String form, double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, form, value);
    }

    private static String label(Calendar calendar) {
        return switch (calendar) {
            case CALENDAR_MONTH -> "monthly";
            case CALENDAR_ISO_WEEK -> "weekly";
            default -> "daily";
        };
    }
}
