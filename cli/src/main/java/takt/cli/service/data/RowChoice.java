package takt.cli.service.data;

import picocli.CommandLine.Option;
import takt.proto.ingest.v1.RowFilter;

/** RowChoice rows a command means. */
final class RowChoice {

    @Option(names = "--kind", paramLabel = "KIND", description = "As for an import (default: all).")
    String kind = "";

    @Option(names = "--source", paramLabel = "NAME", description = "What the rows' origin is called.")
    String source = "";

    @Option(names = "--reason", paramLabel = "CODE", description = "For example PART_UNKNOWN.")
    String reason = "";

    RowFilter filter(String kindName) {
        return RowFilter.newBuilder()
                .setKind(kindName)
                .setSource(source)
                .setReason(reason)
                .build();
    }

    RowFilter filter() {
        return filter(Kinds.code(kind));
    }
}
