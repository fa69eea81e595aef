package takt.ingest.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import takt.ingest.judge.Origin;
import takt.ingest.judge.Outcome;
import takt.ingest.judge.Report;
import takt.ingest.usecase.port.FactStore;
import takt.ingest.usecase.port.ImportLog;
import takt.kit.BusinessClock;
import takt.kit.caller.Caller;

/** Work on quarantined rows of a kind in turn with its imports; what landed is an import like any other. */
@ApplicationScoped
class Replaying {

    /** What such an import is called where others name their origin. */
    private static final String SOURCE = "quarantine";

    private final FactStore facts;
    private final ImportLog log;
    private final Kinds kinds;
    private final BusinessClock clock;

    Replaying(FactStore facts, ImportLog log, Kinds kinds, BusinessClock clock) {
        this.facts = facts;
        this.log = log;
        this.kinds = kinds;
        this.clock = clock;
    }

    Uni<Outcome> inTurn(String kind, Caller caller, Function<ReplayWork, Uni<Void>> work) {
        return facts.turn(kinds.turn(kind), caller).chain(turn -> {
            Landing landing = new Landing(turn, false);
            return Uni.createFrom()
                    .deferred(() -> kinds.reading(kind)) // a kind that is no more must not keep the turn
                    .map(reading -> new ReplayWork(facts, reading, landing, caller.name()))
                    .chain(replay -> work.apply(replay)
                            // what landed before something failed has changed facts too
                            .onFailure()
                            .call(() -> record(kind, replay, caller))
                            .call(() -> record(kind, replay, caller))
                            .map(done -> replay.outcome()))
                    .onTermination()
                    .call(landing::release);
        });
    }

    private Uni<Void> record(String kind, ReplayWork replay, Caller caller) {
        Outcome outcome = replay.outcome();
        if (outcome.landed() == 0) {
            return Uni.createFrom().voidItem();
        }
        Report report = new Report(
                replay.importId(),
                outcome.landed(),
                outcome.unchanged(),
                outcome.rejected(),
                List.of(),
                false,
                false,
                0);
        return log.add(new ImportLog.Entry(
                kind, Origin.REPLAYED, SOURCE, replay.importId(), report, "", "", clock.now(), caller.name()));
    }
}
