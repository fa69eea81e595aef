package takt.forecast.adapter.db.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import takt.forecast.training.AccuracyFigure;
import takt.forecast.training.FirstStep;
import takt.forecast.training.Reproduction;
import takt.forecast.training.RunFindings;
import takt.forecast.training.SegmentChampion;

/** What is read with a run and never searched for, as JSON. Older rows lack the later fields. */
record RunDetails(
        List<AccuracyFigure> accuracy,
        @Nullable List<SegmentChampion> champions,
        List<String> remarks,
        @Nullable List<FirstStep> firstSteps,
        @Nullable Reproduction reproduction) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static String json(RunFindings findings) {
        try {
            return JSON.writeValueAsString(new RunDetails(
                    findings.accuracy(),
                    findings.champions(),
                    findings.remarks(),
                    findings.firstSteps(),
                    findings.reproduction().orElse(null)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The findings of a run cannot be written: " + findings, e);
        }
    }

    static RunFindings parse(String json) {
        try {
            RunDetails read = JSON.readValue(json, RunDetails.class);
            return new RunFindings(
                    read.accuracy.stream().map(RunDetails::complete).toList(),
                    read.champions == null ? List.of() : read.champions,
                    read.remarks,
                    read.firstSteps == null ? List.of() : read.firstSteps,
                    Optional.ofNullable(read.reproduction));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored run details cannot be read: " + json, e);
        }
    }

    @SuppressWarnings("NullAway") // older JSON has no origin and no segment
    private static AccuracyFigure complete(AccuracyFigure a) {
        return new AccuracyFigure(
                a.calendar(),
                a.model(),
                a.wql(),
                a.wape(),
                a.bias(),
                a.series(),
                Optional.ofNullable(a.origin()).orElse(""),
                Optional.ofNullable(a.segment()).orElse(""));
    }
}
