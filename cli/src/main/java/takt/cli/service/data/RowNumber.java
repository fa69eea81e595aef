package takt.cli.service.data;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import takt.cli.term.UserError;

/** A quarantined row of one of the services: F12, S3. */
public record RowNumber(Service service, long number) {

    /** The services that import. */
    public enum Service {
        F("forecast-service"),
        S("sharing-service");

        private final String label;

        Service(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    private static final Pattern FORM = Pattern.compile("([FS])(\\d{1,18})", Pattern.CASE_INSENSITIVE);

    public static RowNumber parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new UserError("The row (%s) must be F or S and a number, for example F12.".formatted(text));
        }
        return new RowNumber(
                Service.valueOf(form.group(1).toUpperCase(java.util.Locale.ROOT)), Long.parseLong(form.group(2)));
    }

    @Override
    public String toString() {
        return service.name() + number;
    }
}
