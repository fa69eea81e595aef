package takt.forecast.master;

import takt.kernel.DemandCategory;
import takt.kernel.UnitCode;

/** A part as the OEM knows it. */
public record PartFacts(String part, String description, UnitCode unit, String family, DemandCategory category) {}
