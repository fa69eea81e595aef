package takt.kit.feed;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One entry of the change feed. */
@Entity
@Table(name = "feed_event")
public class FeedEntry {

    @Id
    public long sequence;

    public String kind = "";

    public UUID subject = new UUID(0, 0);

    /** Partner it concerns alone; null when it concerns everybody who may read the feed. */
    public @Nullable String partner;

    @Column(name = "recorded_at")
    public Instant recordedAt = Instant.EPOCH;
}
