package takt.forecast.usecase.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import takt.engine.tribuo.Regressions;
import takt.forecast.snapshot.Shard;
import takt.forecast.training.ModelFile;
import takt.forecast.training.Reproduction;
import takt.forecast.training.RunOrder;
import takt.forecast.training.TrainingRun;
import takt.forecast.usecase.training.port.ShardStore;
import takt.forecast.usecase.training.port.ShardStore.Piece;
import takt.kernel.BucketCalendar;

/** Holds a run that reproduces another one against it. */
final class ReproductionCheck {

    private final TrainingRun before;
    private final RunOrder order;
    private final ShardStore store;

    /** @param before the run that is reproduced */
    ReproductionCheck(TrainingRun before, RunOrder order, ShardStore store) {
        this.before = before;
        this.order = order;
        this.store = store;
    }

    /** A shard. */
    Reproduction compared(Piece piece, List<ModelFile> models) {
        Map<Integer, ModelFile> stored = new TreeMap<>();
        Waiting.until(store.models(before.id(), piece)).forEach(m -> stored.put(m.ordinal(), m));
        List<String> different = new ArrayList<>();
        for (ModelFile model : models) {
            ModelFile kept = stored.remove(model.ordinal());
            if (kept == null || !model.isSameAs(kept)) {
                different.add(model.key().toString());
            }
        }
        stored.values().forEach(left -> different.add(left.key().toString()));
        return blank("").plus(models.size() + stored.size(), different);
    }

    private Reproduction blank(String hash) {
        return new Reproduction(
                0,
                0,
                List.of(),
                before.snapshotHash().equals(hash),
                before.order().build());
    }

    /** All of it, once every shard was compared. */
    Reproduction all(Map<BucketCalendar, Integer> sizes, String hash) {
        Reproduction all = blank(hash);
        for (var calendar : sizes.entrySet()) {
            Piece now = new Piece(calendar.getKey(), 0);
            Regressions ours = regressions(order, now);
            Regressions theirs = regressions(before.order(), now);
            all = all.plus(
                    ours.size(),
                    ours.different(theirs).stream()
                            .map(name -> name + " over all parts, " + calendar.getKey())
                            .toList());
            for (int n = 0; n < Shard.count(calendar.getValue()); n++) {
                Reproduction piece = Waiting.until(store.reproduction(order.id(), new Piece(calendar.getKey(), n)))
                        .orElseThrow();
                all = new Reproduction(
                                all.compared(),
                                all.different()
                                        + piece.different()
                                        - piece.examples().size(),
                                all.examples(),
                                all.sameSnapshot(),
                                all.subjectBuild())
                        .plus(piece.compared(), piece.examples());
            }
        }
        return all;
    }

    private Regressions regressions(RunOrder of, Piece piece) {
        return Waiting.until(store.regressions(of.id(), piece))
                .map(Regressions::fromBytes)
                .orElse(Regressions.NONE);
    }
}
