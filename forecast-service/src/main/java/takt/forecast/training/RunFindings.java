package takt.forecast.training;

import java.util.List;
import java.util.Optional;

/** What a run found out. */
public record RunFindings(
        List<AccuracyFigure> accuracy,
        List<SegmentChoice> choices,
        List<String> remarks,
        List<FirstStep> firstSteps,
        Optional<Reproduction> reproduction) {

    public static final RunFindings NONE =
            new RunFindings(List.of(), List.of(), List.of(), List.of(), Optional.empty());
}
