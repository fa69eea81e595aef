package takt.sharing.explosion;

import java.time.DayOfWeek;
import java.time.LocalDate;
import takt.kernel.BucketCalendar;
import takt.kernel.Week;

/**
 * How the working days of a bucket fall into weeks: Monday to Friday; of a daily series each day, since what is
 * forecast for a Saturday is meant for it.
 */
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
            if (week >= 0 && week < weeks && isWorking(calendar, day)) {
                days[week]++;
            }
        }
        return days;
    }

    static int of(BucketCalendar calendar, LocalDate bucket) {
        return (int) bucket.datesUntil(calendar.plus(bucket, 1))
                .filter(day -> isWorking(calendar, day))
                .count();
    }

    private static boolean isWorking(BucketCalendar calendar, LocalDate day) {
        return calendar == BucketCalendar.DAY
                || day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
}
