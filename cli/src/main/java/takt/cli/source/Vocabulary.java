package takt.cli.source;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Names that our columns have: such a one in a header is not somebody else's.
 *
 * @param numbers those whose cells are numbers
 */
public record Vocabulary(Set<String> columns, Set<String> numbers) {

    /** What is known where no service can be asked. */
    public static final Vocabulary OFFLINE = new Vocabulary(
            Set.of(
                    "part",
                    "site",
                    "line",
                    "name",
                    "partner",
                    "tier",
                    "description",
                    "unit",
                    "family",
                    "category",
                    "week",
                    "month",
                    "day",
                    "target_week",
                    "target_month",
                    "demand",
                    "issued",
                    "planned_units",
                    "units_built",
                    "qty_per_vehicle",
                    "valid_from",
                    "valid_to",
                    "successor",
                    "predecessor",
                    "from",
                    "what",
                    "code",
                    "means",
                    "amount",
                    "equals",
                    "working_days",
                    "stock",
                    "parent",
                    "child",
                    "quantity",
                    "customer",
                    "customer_site",
                    "supplier",
                    "share",
                    "lead_time_weeks",
                    "pack_size",
                    "firm_weeks",
                    "production_weeks",
                    "material_weeks",
                    "answer_days"),
            Set.of(
                    "demand",
                    "planned_units",
                    "units_built",
                    "qty_per_vehicle",
                    "amount",
                    "equals",
                    "stock",
                    "quantity",
                    "share",
                    "working_days",
                    "tier",
                    "lead_time_weeks",
                    "pack_size",
                    "firm_weeks",
                    "production_weeks",
                    "material_weeks",
                    "answer_days"));

    public Vocabulary and(Collection<String> moreColumns, Collection<String> moreNumbers) {
        return new Vocabulary(union(columns, moreColumns), union(numbers, moreNumbers));
    }

    private static Set<String> union(Set<String> some, Collection<String> more) {
        Set<String> all = new HashSet<>(some);
        all.addAll(more);
        return all;
    }
}
