package takt.sharing.explosion;

import java.time.DayOfWeek;
import java.time.LocalDate;
import takt.kernel.BucketCalendar;
import takt.kernel.Week;

/** How the working days (Monday to Friday) of a bucket fall into weeks. */
final class WorkingDays {

    private WorkingDays() {}

    /**
     * Working days that the bucket shares with each of the weeks from {@code first} on.
     *
     * @return one count per week; the sum is less than the bucket's own working days where it reaches out
     */
    static double[] shared(BucketCalendar calendar, LocalDate bucket, Week first, int weeks) {
        double[] days = new double[weeks];
        LocalDate end = calendar.plus(bucket, 1);
        for (LocalDate day = bucket; day.isBefore(end); day = day.plusDays(1)) {
            int week = first.until(Week.of(day));
            if (week >= 0 && week < weeks && isWorking(day)) {
                days[week]++;
            }
        }
        return days;
    }

    static int of(BucketCalendar calendar, LocalDate bucket) {
        return (int) bucket.datesUntil(calendar.plus(bucket, 1))
                .filter(WorkingDays::isWorking)
                .count();
    }

    private static boolean isWorking(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
}
