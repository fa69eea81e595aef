package takt.forecast.master;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which part takes whose place while rows come in; it stays free of circles and forks. */
public final class SuccessionDraft {

    /** Whose place a part takes, and from when on. */
    public record Link(String predecessor, LocalDate from) {}

    private final Map<String, Link> links = new HashMap<>();
    private final Map<String, String> successors = new HashMap<>();

    /** @param known by successor */
    public SuccessionDraft(Map<String, Link> known) {
        known.forEach(this::link);
    }

    /** Another part that already takes the predecessor's place. */
    public Optional<String> rival(String predecessor, String successor) {
        return Optional.ofNullable(successors.get(predecessor)).filter(other -> !other.equals(successor));
    }

    /** Whether the link would make a part its own predecessor. */
    public boolean closesCircle(String predecessor, String successor) {
        String part = predecessor;
        while (part != null && !part.equals(successor)) {
            Link link = links.get(part);
            part = link == null ? null : link.predecessor();
        }
        return part != null;
    }

    /** The day on which the predecessor itself takes a place, where that is not before the successor's. */
    public Optional<LocalDate> predecessorFrom(Link link) {
        return Optional.ofNullable(links.get(link.predecessor()))
                .map(Link::from)
                .filter(day -> !day.isBefore(link.from()));
    }

    /** The day on which another part takes the successor's place, where that is not after its own. */
    public Optional<LocalDate> successorFrom(String successor, Link link) {
        return Optional.ofNullable(successors.get(successor))
                .flatMap(next -> Optional.ofNullable(links.get(next)))
                .map(Link::from)
                .filter(day -> !day.isAfter(link.from()));
    }

    public void put(String successor, Link link) {
        unlink(successor);
        link(successor, link);
    }

    public void remove(String successor) {
        unlink(successor);
    }

    private void link(String successor, Link link) {
        links.put(successor, link);
        successors.put(link.predecessor(), successor);
    }

    private void unlink(String successor) {
        Link before = links.remove(successor);
        if (before != null) {
            successors.remove(before.predecessor());
        }
    }
}
