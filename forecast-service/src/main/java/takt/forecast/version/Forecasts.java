package takt.forecast.version;

import java.util.ArrayList;
import java.util.List;

/**
 * What a version consists of.
 *
 * @param remarks what its readers must know, one sentence each
 */
public record Forecasts(List<ForecastLine> lines, List<GroupLine> groups, List<String> remarks) {

    public static final Forecasts NONE = new Forecasts(List.of(), List.of(), List.of());

    public Forecasts plus(Forecasts more) {
        List<ForecastLine> allLines = new ArrayList<>(lines);
        allLines.addAll(more.lines);
        List<GroupLine> allGroups = new ArrayList<>(groups);
        allGroups.addAll(more.groups);
        List<String> allRemarks = new ArrayList<>(remarks);
        allRemarks.addAll(more.remarks);
        return new Forecasts(allLines, allGroups, allRemarks);
    }
}
