package takt.forecast.run.port;

import takt.forecast.ingest.FeedKind;
import takt.kit.facts.FactTable;

/** Says where the facts of a kind are kept. */
@FunctionalInterface
public interface FactTargets {

    FactTable of(FeedKind kind);
}
