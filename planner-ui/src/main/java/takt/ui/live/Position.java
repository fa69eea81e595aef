package takt.ui.live;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import takt.ui.bridge.Service;

/**
 * Up to which entry of each feed something is known; a service that is missing has not been heard of yet. As text
 * `forecast-12.sharing-30`.
 */
public record Position(Map<Service, Long> sequences) {

    private static final Pattern TEXT = Pattern.compile("([a-z]{1,12}-\\d{1,18})(\\.[a-z]{1,12}-\\d{1,18}){0,5}");

    static final Position NOWHERE = new Position(Map.of());

    public Position {
        sequences = Collections.unmodifiableMap(
                sequences.isEmpty() ? new EnumMap<>(Service.class) : new EnumMap<>(sequences));
    }

    /** Empty where the text is none. */
    static Optional<Position> parse(String text) {
        if (!TEXT.matcher(text).matches()) {
            return Optional.empty();
        }
        Map<Service, Long> sequences = new EnumMap<>(Service.class);
        Arrays.stream(text.split("\\."))
                .map(one -> one.split("-"))
                .forEach(one -> Service.of(one[0]).ifPresent(service -> sequences.put(service, Long.valueOf(one[1]))));
        return Optional.of(new Position(sequences));
    }

    OptionalLong of(Service service) {
        Long sequence = sequences.get(service);
        return sequence == null ? OptionalLong.empty() : OptionalLong.of(sequence);
    }

    Position with(Service service, long sequence) {
        Map<Service, Long> changed = new EnumMap<>(Service.class);
        changed.putAll(sequences);
        changed.put(service, sequence);
        return new Position(changed);
    }

    @Override
    public String toString() {
        return sequences.entrySet().stream()
                .map(e -> e.getKey().path() + "-" + e.getValue())
                .collect(Collectors.joining("."));
    }
}
