package takt.ui.session;

/** Somebody logged out. */
public record SessionEnded(String id) {}
