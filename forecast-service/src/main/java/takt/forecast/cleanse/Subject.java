package takt.forecast.cleanse;

import takt.engine.series.SeriesKey;
import takt.kernel.BucketCalendar;

/** The series a correction is about. */
public record Subject(SeriesKey key, BucketCalendar calendar) {}
