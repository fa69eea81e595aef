package takt.forecast.adapter.db.training;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import takt.engine.selection.ChoiceCause;
import takt.forecast.training.AccuracyFigure;
import takt.forecast.training.FirstStep;
import takt.forecast.training.Reproduction;
import takt.forecast.training.RunFindings;
import takt.forecast.training.SegmentChoice;
import takt.proto.cause.CauseParts;

/** What is read with a run and never searched for, as JSON. Older rows lack the later fields. */
record RunDetails(
        List<AccuracyFigure> accuracy,
        @JsonAlias("champions") @Nullable List<ChoiceFile> choices,
        List<String> remarks,
        @Nullable List<FirstStep> firstSteps,
        @Nullable Reproduction reproduction) {

    /** @param reason the sentence that older builds kept in place of a cause */
    record ChoiceFile(
            String segment,
            String model,
            int series,
            @Nullable CauseParts cause,
            @Nullable String reason) {

        static ChoiceFile of(SegmentChoice choice) {
            return new ChoiceFile(
                    choice.segment(), choice.model(), choice.series(), CauseParts.of(choice.cause()), null);
        }

        SegmentChoice choice() {
            return new SegmentChoice(
                    segment,
                    model,
                    series,
                    cause == null
                            ? new ChoiceCause.Told(Optional.ofNullable(reason).orElse(""))
                            : cause.as(ChoiceCause.class));
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    static String json(RunFindings findings) {
        try {
            return JSON.writeValueAsString(new RunDetails(
                    findings.accuracy(),
                    findings.choices().stream().map(ChoiceFile::of).toList(),
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
                    read.choices == null
                            ? List.of()
                            : read.choices.stream().map(ChoiceFile::choice).toList(),
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
