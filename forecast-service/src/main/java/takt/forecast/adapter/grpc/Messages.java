package takt.forecast.adapter.grpc;

import com.google.common.primitives.Doubles;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import takt.engine.model.Levels;
import takt.forecast.master.PartFacts;
import takt.forecast.master.PartMaster;
import takt.forecast.training.AccuracyFigure;
import takt.forecast.usecase.data.port.PartHistory;
import takt.forecast.version.ForecastLine;
import takt.forecast.version.GroupLine;
import takt.forecast.version.VersionFacts;
import takt.kernel.UnitCode;
import takt.kit.Mirror;
import takt.proto.forecast.v1.Accuracy;
import takt.proto.forecast.v1.DemandHistory;
import takt.proto.forecast.v1.ForecastSeries;
import takt.proto.forecast.v1.ForecastVersion;
import takt.proto.forecast.v1.GroupForecast;
import takt.proto.forecast.v1.GroupLevel;
import takt.proto.forecast.v1.Part;
import takt.proto.forecast.v1.Reproduction;
import takt.proto.forecast.v1.RunKind;
import takt.proto.forecast.v1.RunState;
import takt.proto.forecast.v1.TrainingRun;
import takt.proto.forecast.v1.VersionState;

/** Our words to the contract's. */
public final class Messages {

    private static final Mirror<RunState, takt.forecast.training.RunState> STATES =
            Mirror.of(RunState.class, takt.forecast.training.RunState.class);
    private static final Mirror<RunKind, takt.forecast.training.RunKind> KINDS =
            Mirror.of(RunKind.class, takt.forecast.training.RunKind.class);
    private static final Mirror<GroupLevel, takt.forecast.version.GroupLevel> LEVELS =
            Mirror.of(GroupLevel.class, takt.forecast.version.GroupLevel.class);

    private Messages() {}

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

    public static ForecastVersion version(takt.forecast.version.ForecastVersion version) {
        VersionFacts facts = version.facts();
        ForecastVersion.Builder message = ForecastVersion.newBuilder()
                .setId(facts.id().toString())
                .setNumber(facts.number())
                .setState(VersionState.VERSION_STATE_DRAFT)
                .setRunId(facts.runId().toString())
                .setBusinessDate(facts.businessDate().toString())
                .setCreatedAt(facts.createdAt().toString())
                .setCreatedBy(facts.createdBy())
                .setSeries(facts.series())
                .setSnapshotHash(facts.snapshotHash())
                .setSeed(facts.seed())
                .addAllRemarks(facts.remarks())
                .addAllLevels(Doubles.asList(Levels.nine()));
        if (version instanceof takt.forecast.version.ForecastVersion.Released released) {
            release(message.setState(VersionState.VERSION_STATE_RELEASED), released.release());
        } else if (version instanceof takt.forecast.version.ForecastVersion.Superseded superseded) {
            release(message.setState(VersionState.VERSION_STATE_SUPERSEDED), superseded.release());
        }
        return message.build();
    }

    private static void release(
            ForecastVersion.Builder message, takt.forecast.version.ForecastVersion.Release release) {
        message.setReleasedAt(release.at().toString());
        release.predecessor().ifPresent(p -> message.setPredecessorId(p.toString()));
    }

    public static ForecastSeries series(ForecastLine line) {
        return ForecastSeries.newBuilder()
                .setPart(line.part())
                .setSite(line.site())
                .setCalendar(Mirror.CALENDAR.contract(line.calendar()))
                .setCategory(Mirror.CATEGORY.contract(line.category()))
                .setUnit(line.unit().name())
                .setFirstBucket(line.firstBucket().toString())
                .addAllMean(Doubles.asList(line.mean()))
                .addAllQuantiles(Doubles.asList(line.quantiles()))
                .setModel(line.model())
                .setReason(line.reason())
                .addAllScheduleDemand(Doubles.asList(line.scheduleDemand()))
                .setExplanation(line.explanation())
                .addAllCorrectionIds(line.corrections())
                .build();
    }

    public static GroupForecast group(GroupLine line) {
        return GroupForecast.newBuilder()
                .setLevel(LEVELS.contract(line.level()))
                .setName(line.name())
                .setCalendar(Mirror.CALENDAR.contract(line.calendar()))
                .setUnit(line.unit().name())
                .setParts(line.parts())
                .setFirstBucket(line.firstBucket().toString())
                .addAllMean(Doubles.asList(line.mean()))
                .addAllQuantiles(Doubles.asList(line.quantiles()))
                .setModel(line.model())
                .setReason(line.reason())
                .build();
    }

    /** Empty when none is asked for; one of a newer contract is none of ours. */
    public static Optional<takt.forecast.version.GroupLevel> level(GroupLevel level) {
        return switch (level) {
            case GROUP_LEVEL_FAMILY -> Optional.of(takt.forecast.version.GroupLevel.FAMILY);
            case GROUP_LEVEL_PLANT -> Optional.of(takt.forecast.version.GroupLevel.PLANT);
            case GROUP_LEVEL_ALL -> Optional.of(takt.forecast.version.GroupLevel.ALL);
            case GROUP_LEVEL_UNSPECIFIED, UNRECOGNIZED -> Optional.empty();
        };
    }

    public static Part part(PartMaster master) {
        PartFacts part = master.facts();
        Part.Builder message = Part.newBuilder()
                .setPart(part.part())
                .setDescription(part.description())
                .setUnit(part.unit().name())
                .setFamily(part.family())
                .setCategory(Mirror.CATEGORY.contract(part.category()));
        master.before()
                .ifPresent(link -> message.setPredecessor(link.predecessor().value())
                        .setUsedFrom(link.from().toString()));
        master.after()
                .ifPresent(link -> message.setSuccessor(link.successor().value())
                        .setReplacedFrom(link.from().toString()));
        return message.build();
    }

    public static DemandHistory history(PartHistory history, UnitCode unit) {
        DemandHistory.Builder message = DemandHistory.newBuilder()
                .setSite(history.site())
                .setCalendar(Mirror.CALENDAR.contract(history.calendar()));
        history.thousandths()
                .forEach((bucket, amount) -> message.addPointsBuilder()
                        .setBucket(bucket.toString())
                        .getQuantityBuilder()
                        .setThousandths(amount)
                        .setUnit(unit.name()));
        return message.build();
    }
}
