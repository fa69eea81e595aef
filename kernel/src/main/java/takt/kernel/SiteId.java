package takt.kernel;

import java.util.regex.Pattern;

/** Business partner number of a site (BPNS). */
public record SiteId(String value) implements Comparable<SiteId> {

    private static final Pattern FORM = Pattern.compile("BPNS[a-zA-Z0-9]{12}");

    public SiteId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("The site number (%s) must match %s.".formatted(value, FORM));
        }
    }

    public static boolean isValid(String value) {
        return FORM.matcher(value).matches();
    }

    @Override
    public int compareTo(SiteId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
