package takt.cli.source;

import java.util.Optional;

/** What a column of dates counts. */
enum DateCounts {
    WEEK,
    MONTH,
    DAY;

    /** By the name of one of our columns; empty for one that holds no dates. */
    static Optional<DateCounts> of(String column) {
        return switch (column) {
            case "week", "target_week" -> Optional.of(WEEK);
            case "month", "target_month" -> Optional.of(MONTH);
            case "day", "issued", "valid_from", "valid_to", "from" -> Optional.of(DAY);
            default -> Optional.empty();
        };
    }
}
