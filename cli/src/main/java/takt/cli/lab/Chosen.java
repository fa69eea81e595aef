package takt.cli.lab;

import java.io.PrintWriter;
import java.util.Map;
import java.util.TreeMap;
import takt.engine.Training;
import takt.engine.selection.Segment;

/** Which model each segment got. */
final class Chosen {

    private Chosen() {}

    /** Another horizon, or another month of history, may have another winner: which one it was is said. */
    static void say(Training.Result result, PrintWriter err) {
        Map<String, Integer> parts = new TreeMap<>();
        for (int i = 0; i < result.series().size(); i++) {
            Segment segment = Segment.of(result.now().contexts().get(i));
            String model = result.series().get(i).choice().model();
            parts.merge("Chosen for %s: %s".formatted(segment, model), 1, Integer::sum);
        }
        parts.forEach((words, count) -> err.printf("%s (%,d series).%n", words, count));
    }
}
