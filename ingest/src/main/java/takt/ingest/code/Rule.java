package takt.ingest.code;

/** Which difference a code may have and still be taken for what it looks like, without anybody being asked. */
public record Rule(CodeKind kind, Spelling.Difference difference) {}
