-- A supplier reads the feed for its own entries; without this it passes everybody else's at each look.
create index feed_event_partner on feed_event (partner, sequence);
