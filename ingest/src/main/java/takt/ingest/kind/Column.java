package takt.ingest.kind;

import java.util.List;

/**
 * A column that rows of a kind have.
 *
 * @param names how it may be called; a header has one of them
 * @param also names that are read too, and not proposed
 * @param isNeeded whether a header without it is refused; its cells may be empty where the help says so
 * @param unit what a number in it counts; empty where it holds none
 * @param help what stands in it, one sentence
 */
public record Column(
        List<String> names, List<String> also, boolean isNeeded, String unit, String example, String help) {

    public static Column needed(String name, String example, String help) {
        return new Column(List.of(name), List.of(), true, "", example, help);
    }

    public static Column optional(String name, String example, String help) {
        return new Column(List.of(name), List.of(), false, "", example, help);
    }

    public static Column oneOf(List<String> names, List<String> also, String example, String help) {
        return new Column(List.copyOf(names), List.copyOf(also), true, "", example, help);
    }

    public Column in(String unitOfIt) {
        return new Column(names, also, isNeeded, unitOfIt, example, help);
    }

    boolean isIn(List<String> header) {
        return names.stream().anyMatch(header::contains) || also.stream().anyMatch(header::contains);
    }

    /** How it is called when it is missing. */
    String words() {
        return names.size() == 1 ? names.get(0) : "one of " + String.join(", ", names);
    }
}
