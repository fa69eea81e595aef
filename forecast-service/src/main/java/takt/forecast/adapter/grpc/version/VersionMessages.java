package takt.forecast.adapter.grpc.version;

import com.google.common.primitives.Doubles;
import java.util.Optional;
import takt.forecast.version.ForecastLine;
import takt.forecast.version.GroupLine;
import takt.forecast.version.VersionFacts;
import takt.kit.Mirror;
import takt.proto.cause.CauseParts;
import takt.proto.cause.CauseWords;
import takt.proto.forecast.v1.ForecastSeries;
import takt.proto.forecast.v1.ForecastVersion;
import takt.proto.forecast.v1.GroupForecast;
import takt.proto.forecast.v1.GroupLevel;
import takt.proto.forecast.v1.VersionState;

/** Versions and their lines, in our words and the contract's. */
final class VersionMessages {

    private static final Mirror<GroupLevel, takt.forecast.version.GroupLevel> LEVELS =
            Mirror.of(GroupLevel.class, takt.forecast.version.GroupLevel.class);

    private VersionMessages() {}

    static ForecastVersion version(takt.forecast.version.ForecastVersion version) {
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
                .addAllLevels(Doubles.asList(facts.levels()));
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

    static ForecastSeries series(ForecastLine line) {
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
                .setReason(CauseWords.of(line.cause()))
                .addAllScheduleDemand(Doubles.asList(line.scheduleDemand()))
                .setExplanation(CauseWords.of(line.causes()))
                .addAllCorrectionIds(line.corrections())
                .setChoiceCause(CauseParts.of(line.cause()).message())
                .addAllLevelCauses(line.causes().stream()
                        .map(cause -> CauseParts.of(cause).message())
                        .toList())
                .build();
    }

    static GroupForecast group(GroupLine line) {
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
                .setReason(CauseWords.of(line.cause()))
                .setChoiceCause(CauseParts.of(line.cause()).message())
                .build();
    }

    /** Empty when none is asked for; one of a newer contract is none of ours. */
    static Optional<takt.forecast.version.GroupLevel> level(GroupLevel level) {
        return switch (level) {
            case GROUP_LEVEL_FAMILY -> Optional.of(takt.forecast.version.GroupLevel.FAMILY);
            case GROUP_LEVEL_PLANT -> Optional.of(takt.forecast.version.GroupLevel.PLANT);
            case GROUP_LEVEL_ALL -> Optional.of(takt.forecast.version.GroupLevel.ALL);
            case GROUP_LEVEL_UNSPECIFIED, UNRECOGNIZED -> Optional.empty();
        };
    }
}
