package takt.forecast.ingest;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which part takes whose place while rows come in; it stays free of circles and forks. */
public final class SuccessionDraft {

    private final Map<String, String> predecessors = new HashMap<>();
    private final Map<String, String> successors = new HashMap<>();

    /** @param known predecessor by successor */
    public SuccessionDraft(Map<String, String> known) {
        known.forEach(this::put);
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

    void put(String successor, String predecessor) {
        remove(successor);
        predecessors.put(successor, predecessor);
        successors.put(predecessor, successor);
    }

    void remove(String successor) {
        String before = predecessors.remove(successor);
        if (before != null) {
            successors.remove(before);
        }
    }
}
