package takt.ingest.code;

/** A code that nobody knows, and how many open rows wait for it. */
public record UnknownCode(CodeKind kind, String code, long rows) {}
