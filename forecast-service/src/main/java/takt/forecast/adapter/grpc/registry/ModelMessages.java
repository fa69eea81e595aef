package takt.forecast.adapter.grpc.registry;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import takt.engine.backtest.PairedDifference;
import takt.forecast.adapter.grpc.training.RunMessages;
import takt.forecast.registry.PromotionHistory;
import takt.forecast.usecase.registry.CompareModels.SideBySide;
import takt.forecast.usecase.registry.ReadModels.Registered;
import takt.proto.cause.CauseParts;
import takt.proto.cause.CauseWords;
import takt.proto.forecast.v1.CompareModelsResponse;
import takt.proto.forecast.v1.Model;
import takt.proto.forecast.v1.ModelState;
import takt.proto.forecast.v1.Promotion;
import takt.proto.forecast.v1.SegmentChoice;

/** Model versions, in our words and the contract's. */
final class ModelMessages {

    private ModelMessages() {}

    static Model message(Registered registered) {
        UUID run = registered.run().id();
        ModelState state = registered.history().champion().equals(Optional.of(run))
                ? ModelState.MODEL_STATE_CHAMPION
                : registered.history().wasChampion(run)
                        ? ModelState.MODEL_STATE_FORMER
                        : ModelState.MODEL_STATE_CHALLENGER;
        Model.Builder message = Model.newBuilder()
                .setNumber(registered.run().modelNumber())
                .setState(state)
                .setRun(RunMessages.run(registered.run()));
        registered
                .run()
                .findings()
                .choices()
                .forEach(c -> message.addChoices(SegmentChoice.newBuilder()
                        .setSegment(c.segment())
                        .setModel(c.model())
                        .setSeries(c.series())
                        .setReason(CauseWords.of(c.cause()))
                        .setCause(CauseParts.of(c.cause()).message())));
        return message.build();
    }

    static Promotion promotion(PromotionHistory.Promotion promotion, Map<UUID, Integer> numbers, int predecessor) {
        return Promotion.newBuilder()
                .setNumber(Optional.ofNullable(numbers.get(promotion.run())).orElse(0))
                .setPredecessor(predecessor)
                .setRollback(promotion.rollback())
                .setAt(promotion.at().toString())
                .setBy(promotion.by())
                .setReason(promotion.reason())
                .build();
    }

    static CompareModelsResponse message(SideBySide both) {
        CompareModelsResponse.Builder message = CompareModelsResponse.newBuilder()
                .setChampion(both.champion().modelNumber())
                .setChallenger(both.challenger().modelNumber())
                .setBasis(both.comparison().basis())
                .addDifferences(difference("", both.comparison().overall()));
        both.comparison()
                .bySegment()
                .forEach((segment, difference) -> message.addDifferences(difference(segment, difference)));
        return message.build();
    }

    static takt.proto.forecast.v1.PairedDifference difference(String segment, PairedDifference difference) {
        return takt.proto.forecast.v1.PairedDifference.newBuilder()
                .setSegment(segment)
                .setSeries(difference.series())
                .setChampionWql(difference.championWql())
                .setChallengerWql(difference.challengerWql())
                .setDifference(difference.difference())
                .setLower(difference.lower())
                .setUpper(difference.upper())
                .setBetter(difference.better())
                .setWorse(difference.worse())
                .build();
    }
}
