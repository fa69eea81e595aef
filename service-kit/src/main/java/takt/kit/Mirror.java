package takt.kit;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import takt.kernel.BucketCalendar;
import takt.kernel.DemandCategory;
import takt.proto.type.v1.Calendar;

/**
 * An enum of the contract beside one of ours. Their constants have the same names, but for the contract's prefix and its
 * constant for what was not said. A mirror with a hole is found when the class that has it is loaded, which is at the start.
 *
 * @param <C> of the contract
 * @param <O> ours
 */
public final class Mirror<C extends Enum<C>, O extends Enum<O>> {

    public static final Mirror<Calendar, BucketCalendar> CALENDAR = of(Calendar.class, BucketCalendar.class);
    public static final Mirror<takt.proto.type.v1.DemandCategory, DemandCategory> CATEGORY =
            of(takt.proto.type.v1.DemandCategory.class, DemandCategory.class);

    private static final String NOT_SAID = "UNSPECIFIED";

    private final Map<O, C> toContract;
    private final Map<C, O> toOurs;

    private Mirror(Map<O, C> toContract, Map<C, O> toOurs) {
        this.toContract = toContract;
        this.toOurs = toOurs;
    }

    /** Fails when a constant of ours is not in the contract, or the other way round. */
    public static <C extends Enum<C>, O extends Enum<O>> Mirror<C, O> of(Class<C> contract, Class<O> ours) {
        String prefix =
                contract.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT) + "_";
        Map<String, C> byName = Arrays.stream(contract.getEnumConstants())
                .filter(c -> c.name().startsWith(prefix))
                .collect(Collectors.toMap(c -> c.name().substring(prefix.length()), Function.identity()));
        Map<O, C> toContract = new EnumMap<>(ours);
        Map<C, O> toOurs = new EnumMap<>(contract);
        for (O own : ours.getEnumConstants()) {
            C theirs = byName.remove(own.name());
            if (theirs == null) {
                throw new IllegalStateException(
                        "%s has %s, the contract's %s has not.".formatted(ours.getSimpleName(), own, prefix + own));
            }
            toContract.put(own, theirs);
            toOurs.put(theirs, own);
        }
        byName.remove(NOT_SAID);
        if (!byName.isEmpty()) {
            throw new IllegalStateException(
                    "The contract has %s, %s has not.".formatted(byName.values(), ours.getSimpleName()));
        }
        return new Mirror<>(Collections.unmodifiableMap(toContract), Collections.unmodifiableMap(toOurs));
    }

    public C contract(O own) {
        return Optional.ofNullable(toContract.get(own)).orElseThrow();
    }

    /** Empty for what was not said, or what a newer contract says. */
    public Optional<O> ours(C theirs) {
        return Optional.ofNullable(toOurs.get(theirs));
    }
}
