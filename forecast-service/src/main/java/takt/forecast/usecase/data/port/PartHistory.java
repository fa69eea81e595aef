package takt.forecast.usecase.data.port;

import java.time.LocalDate;
import java.util.SortedMap;
import takt.kernel.BucketCalendar;

/** Known demand of a part at one site, in thousandths of its unit. */
public record PartHistory(String site, BucketCalendar calendar, SortedMap<LocalDate, Long> thousandths) {}
