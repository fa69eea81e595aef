package takt.engine.training;

import java.util.List;
import takt.engine.series.DemandSeries;

/** The series of one calendar, page by page; each pass reads them again. */
public interface Pages {

    int count();

    /** Series of a page, at most. */
    int size();

    List<DemandSeries> read(int page);
}
