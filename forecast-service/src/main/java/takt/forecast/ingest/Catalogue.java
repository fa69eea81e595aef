package takt.forecast.ingest;

import java.util.Map;
import java.util.Set;
import takt.kernel.UnitCode;

/**
 * What is known already and a row may name.
 *
 * @param parts unit by part
 */
public record Catalogue(
        Map<String, UnitCode> parts, Set<String> sites, Set<String> lines, SuccessionDraft successions) {}
