package takt.forecast.ingest;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which part takes whose place while rows come in; it stays free of circles and forks. */
public final class SuccessionDraft {

    private final Map<String, String> predecessors = new HashMap<>();
    private final Map<String, String> successors = new HashMap<>();
    private final Set<String> named = new HashSet<>();

    /** @param known predecessor by successor */
    public SuccessionDraft(Map<String, String> known) {
        known.forEach(this::link);
    }

    /** Another part that already takes the predecessor's place. */
    Optional<String> rival(String predecessor, String successor) {
        return Optional.ofNullable(successors.get(predecessor)).filter(other -> !other.equals(successor));
    }

    /** Whether the link would make a part its own predecessor. */
    boolean closesCircle(String predecessor, String successor) {
        String part = predecessor;
        while (part != null && !part.equals(successor)) {
            part = predecessors.get(part);
        }
        return part != null;
    }

    /** Whether a row has spoken of the successor already; a second one must not change what the first one said. */
    boolean isNamed(String successor) {
        return named.contains(successor);
    }

    void put(String successor, String predecessor) {
        named.add(successor);
        unlink(successor);
        link(successor, predecessor);
    }

    void remove(String successor) {
        named.add(successor);
        unlink(successor);
    }

    private void link(String successor, String predecessor) {
        predecessors.put(successor, predecessor);
        successors.put(predecessor, successor);
    }

    private void unlink(String successor) {
        String before = predecessors.remove(successor);
        if (before != null) {
            successors.remove(before);
        }
    }
}
