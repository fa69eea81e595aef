package takt.engine.model;

import java.util.List;

/** Why a schedule asks for as much as it does. */
final class ScheduledLevel {

    private ScheduledLevel() {}

    /** @param corrected whether a regression corrects it */
    static List<LevelCause> causes(FittedState state, SeriesContext context, boolean corrected) {
        LevelCause use = new LevelCause.ScheduledUse(
                state.value("rate"), (int) state.value("lead"), context.planned(1), corrected);
        return state.arrays().containsKey("service")
                ? List.of(use, new LevelCause.ServiceDemand(state.value("service")))
                : List.of(use);
    }
}
