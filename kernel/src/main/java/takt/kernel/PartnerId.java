package takt.kernel;

import java.util.regex.Pattern;

/** Business partner number of a legal entity (BPNL). */
public record PartnerId(String value) implements Comparable<PartnerId> {

    private static final Pattern FORM = Pattern.compile("BPNL[a-zA-Z0-9]{12}");

    public PartnerId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("The partner number (%s) must match %s.".formatted(value, FORM));
        }
    }

    public static boolean isValid(String value) {
        return FORM.matcher(value).matches();
    }

    @Override
    public int compareTo(PartnerId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
