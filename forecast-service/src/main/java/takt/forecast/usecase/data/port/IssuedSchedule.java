package takt.forecast.usecase.data.port;

import java.time.LocalDate;
import java.util.SortedMap;
import takt.kernel.BucketCalendar;

/** A production schedule as issued: thousandths of vehicles by bucket. */
public record IssuedSchedule(LocalDate issued, BucketCalendar calendar, SortedMap<LocalDate, Long> thousandths) {}
