package takt.forecast.version;

import java.util.ArrayList;
import java.util.List;

/** What a version consists of. */
public record Forecasts(List<ForecastLine> lines, List<GroupLine> groups) {

    public static final Forecasts NONE = new Forecasts(List.of(), List.of());

    public Forecasts plus(Forecasts more) {
        List<ForecastLine> allLines = new ArrayList<>(lines);
        allLines.addAll(more.lines);
        List<GroupLine> allGroups = new ArrayList<>(groups);
        allGroups.addAll(more.groups);
        return new Forecasts(allLines, allGroups);
    }
}
