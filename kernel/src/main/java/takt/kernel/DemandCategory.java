package takt.kernel;

import java.util.Arrays;
import java.util.Optional;

/** Why a demand exists, with its Catena-X code. */
public enum DemandCategory {
    SERIES("SR99"),
    AFTER_SALES("A1S1");

    private final String code;

    DemandCategory(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<DemandCategory> find(String code) {
        return Arrays.stream(values()).filter(c -> c.code.equals(code)).findFirst();
    }
}
