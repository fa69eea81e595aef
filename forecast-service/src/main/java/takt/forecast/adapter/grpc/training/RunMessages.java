package takt.forecast.adapter.grpc.training;

import java.util.TreeSet;
import java.util.UUID;
import takt.forecast.training.AccuracyFigure;
import takt.kit.Mirror;
import takt.proto.forecast.v1.Accuracy;
import takt.proto.forecast.v1.Reproduction;
import takt.proto.forecast.v1.RunKind;
import takt.proto.forecast.v1.RunState;
import takt.proto.forecast.v1.TrainingRun;

/** Runs, in our words and the contract's. */
public final class RunMessages {

    private static final Mirror<RunState, takt.forecast.training.RunState> STATES =
            Mirror.of(RunState.class, takt.forecast.training.RunState.class);
    private static final Mirror<RunKind, takt.forecast.training.RunKind> KINDS =
            Mirror.of(RunKind.class, takt.forecast.training.RunKind.class);

    private RunMessages() {}

    public static TrainingRun run(takt.forecast.training.TrainingRun run) {
        TrainingRun.Builder message = TrainingRun.newBuilder()
                .setId(run.id().toString())
                .setState(STATES.contract(run.state()))
                .setStep(run.progress().step())
                .setDone(run.progress().done())
                .setTotal(run.progress().total())
                .setSeries(run.series())
                .setSnapshotHash(run.snapshotHash())
                .setSeed(run.order().seed())
                .setProblem(run.problem())
                .addAllRemarks(run.findings().remarks())
                .setKind(KINDS.contract(run.order().kind()))
                .setModelNumber(run.modelNumber())
                .setSubjectRunId(run.order().subject().map(UUID::toString).orElse(""))
                .setBusinessDate(run.order().businessDate().toString())
                .setKnownAt(run.order().knownAt().toString())
                .setCreatedAt(run.order().createdAt().toString())
                .setCreatedBy(run.order().createdBy())
                .setBuild(run.order().build())
                .addAllModels(new TreeSet<>(run.order().candidates()));
        run.findings().accuracy().forEach(a -> message.addAccuracy(accuracy(a)));
        run.findings()
                .reproduction()
                .ifPresent(r -> message.setReproduction(Reproduction.newBuilder()
                        .setCompared(r.compared())
                        .setDifferent(r.different())
                        .addAllExamples(r.examples())
                        .setSameSnapshot(r.sameSnapshot())
                        .setSubjectBuild(r.subjectBuild())));
        return message.build();
    }

    private static Accuracy accuracy(AccuracyFigure figure) {
        return Accuracy.newBuilder()
                .setCalendar(Mirror.CALENDAR.contract(figure.calendar()))
                .setModel(figure.model())
                .setWql(figure.wql())
                .setWape(figure.wape())
                .setBias(figure.bias())
                .setSeries(figure.series())
                .setOrigin(figure.origin())
                .setSegment(figure.segment())
                .build();
    }
}
