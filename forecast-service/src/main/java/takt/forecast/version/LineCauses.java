package takt.forecast.version;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import takt.forecast.cleanse.Correction;
import takt.forecast.version.LineCause.MoreCorrected;
import takt.forecast.version.LineCause.PlantClosed;
import takt.forecast.version.LineCause.ReadCorrected;

/** Says three of each, and how many more there are. */
final class LineCauses {

    private static final int SAID = 3;

    private LineCauses() {}

    static List<LineCause> of(List<Correction> read, List<LocalDate> closed) {
        List<LineCause> causes = new ArrayList<>();
        read.stream()
                .limit(SAID)
                .map(c -> new ReadCorrected(
                        c.id(),
                        c.finding().bucket(),
                        c.finding().original() / 1000.0,
                        c.finding().corrected() / 1000.0,
                        c.finding().method()))
                .forEach(causes::add);
        if (read.size() > SAID) {
            causes.add(new MoreCorrected(read.size() - SAID));
        }
        if (!closed.isEmpty()) {
            causes.add(
                    new PlantClosed(closed.size(), closed.stream().limit(SAID).toList()));
        }
        return causes;
    }
}
