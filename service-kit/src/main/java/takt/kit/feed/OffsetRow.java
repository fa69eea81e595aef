package takt.kit.feed;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** How far this service has followed another service's feed. */
@Entity
@Table(name = "consumer_offset")
public class OffsetRow {

    @Id
    public String feed = "";

    public long sequence;
}
