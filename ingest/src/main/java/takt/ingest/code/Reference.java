package takt.ingest.code;

/** A code and what it means, or what it does not. */
public record Reference(CodeKind kind, String code, String means) {}
