package db.migration;

import takt.ingest.adapter.db.ReportsAsColumns;

/** The migration after V7 of this service. */
public final class ImportReports extends ReportsAsColumns {

    public ImportReports() {
        super("8");
    }
}
