package takt.forecast.adapter.db;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import takt.forecast.training.AccuracyFigure;
import takt.forecast.training.TrainingRun;

/** What is read with a run and never searched for. */
record RunDetails(List<AccuracyFigure> accuracy, List<String> remarks) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static String json(TrainingRun run) {
        try {
            return JSON.writeValueAsString(new RunDetails(run.accuracy(), run.remarks()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The details of run (%s) cannot be written.".formatted(run.id()), e);
        }
    }

    static RunDetails parse(String json) {
        try {
            return JSON.readValue(json, RunDetails.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored run details cannot be read: " + json, e);
        }
    }
}
