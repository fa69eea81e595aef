package takt.ui.bridge;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A service that the page asks. */
public enum Service {
    FORECAST,
    SHARING,
    CAPACITY;

    /** As it stands in addresses. */
    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Service> of(String path) {
        return Arrays.stream(values()).filter(h -> h.path().equals(path)).findFirst();
    }
}
