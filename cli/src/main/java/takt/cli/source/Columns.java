package takt.cli.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import takt.cli.term.UserError;

/**
 * How the columns of a file get our names.
 *
 * @param names a name of ours and one of the file, in either order: which is which, the header tells
 * @param constants columns that every row gets
 * @param words names that our columns have
 */
public record Columns(Map<String, String> names, Map<String, String> constants, Vocabulary words) {

    public static final Columns AS_THEY_ARE = new Columns(Map.of(), Map.of());

    public Columns(Map<String, String> names, Map<String, String> constants) {
        this(names, constants, Vocabulary.OFFLINE);
    }

    public Columns knowing(Vocabulary all) {
        return new Columns(names, constants, all);
    }

    /** Our names in the order of the header, then those of the constants. */
    List<String> of(Path file, List<String> header) {
        List<String> columns = new ArrayList<>();
        Set<String> used = new HashSet<>();
        for (String theirs : header) {
            String ours = renamed(theirs, header, used);
            if (ours.isEmpty()) {
                throw new UserError("%s: the header %s has a column without a name.".formatted(file, header));
            }
            if (columns.contains(ours)) {
                throw new UserError("%s, line 1: the column (%s) stands twice in %s.".formatted(file, ours, header));
            }
            columns.add(ours);
        }
        names.forEach((one, other) -> {
            if (!used.contains(one.toLowerCase(Locale.ROOT))
                    && !used.contains(other.toLowerCase(Locale.ROOT))
                    && !isIn(header, one)
                    && !isIn(header, other)) {
                throw new UserError("%s, line 1: the header %s has neither (%s) nor (%s).\nMaybe look at --map."
                        .formatted(file, header, one, other));
            }
        });
        for (String constant : constants.keySet()) {
            if (columns.contains(constant)) {
                throw new UserError("%s, line 1: the column (%s) is there already.\nMaybe leave out --set %s."
                        .formatted(file, constant, constant));
            }
            columns.add(constant);
        }
        return columns;
    }

    private static boolean isIn(List<String> header, String name) {
        return header.stream().anyMatch(name::equalsIgnoreCase);
    }

    /** Whether one of our columns holds numbers. */
    boolean isNumber(String ours) {
        return words.numbers().contains(ours);
    }

    /** Whether a name is one that columns of kinds have. */
    boolean isOurs(String column) {
        return words.columns().contains(column);
    }

    /** Whether a column of the file is one of ours, by its own name or by that of the map. */
    boolean isOurs(String theirs, List<String> header) {
        return words.columns().contains(renamedIn(theirs, header));
    }

    /** The name that a column of the file has with us. */
    String renamedIn(String theirs, List<String> header) {
        return renamed(theirs, header, new HashSet<>());
    }

    private String renamed(String theirs, List<String> header, Set<String> used) {
        for (Map.Entry<String, String> name : names.entrySet()) {
            boolean isKey = name.getKey().equalsIgnoreCase(theirs)
                    && !isIn(header, name.getValue())
                    && !(words.columns().contains(name.getKey())
                            && !words.columns().contains(name.getValue()));
            boolean isValue = name.getValue().equalsIgnoreCase(theirs);
            if (isKey || isValue) {
                used.add(theirs.toLowerCase(Locale.ROOT));
                return isValue ? name.getKey() : name.getValue();
            }
        }
        return theirs.toLowerCase(Locale.ROOT).replace(' ', '_');
    }
}
