package takt.forecast.usecase.data.port;

import takt.forecast.ingest.FeedKind;
import takt.ingest.adapter.db.FactTable;

/** Says where the facts of a kind are kept. */
@FunctionalInterface
public interface FactTargets {

    FactTable of(FeedKind kind);
}
