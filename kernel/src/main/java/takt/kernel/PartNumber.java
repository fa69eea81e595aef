package takt.kernel;

import java.util.regex.Pattern;

/** Part number as the customer writes it: 1 to 50 letters, digits, blanks or {@code ._/+-}. */
public record PartNumber(String value) implements Comparable<PartNumber> {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._/+-]{0,49}");

    public PartNumber {
        if (!isValid(value)) {
            throw new IllegalArgumentException("The part number (%s) must match %s.".formatted(value, FORM));
        }
    }

    public static boolean isValid(String value) {
        return FORM.matcher(value).matches();
    }

    @Override
    public int compareTo(PartNumber other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
