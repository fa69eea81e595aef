package takt.kernel;

import java.time.LocalDate;

/** An ISO-8601 week, named by its Monday; it crosses month and year ends like any other. */
public record Week(LocalDate monday) implements Comparable<Week> {

    public Week {
        BucketCalendar.ISO_WEEK.requireBucket(monday);
    }

    public static Week of(LocalDate anyDay) {
        return new Week(BucketCalendar.ISO_WEEK.floor(anyDay));
    }

    public Week plus(int weeks) {
        return new Week(monday.plusWeeks(weeks));
    }

    /** Weeks from here to {@code other}; negative when it is earlier. */
    public int until(Week other) {
        return BucketCalendar.ISO_WEEK.between(monday, other.monday);
    }

    @Override
    public int compareTo(Week other) {
        return monday.compareTo(other.monday);
    }

    @Override
    public String toString() {
        return monday.toString();
    }
}
