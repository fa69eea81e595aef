package takt.sharing.network;

import java.math.BigDecimal;
import takt.kernel.PartNumber;
import takt.kernel.UnitCode;

/**
 * What one unit of the parent takes of the child.
 *
 * @param quantity of {@code unit}, exact, above 0
 * @param unit unit of the child
 */
public record BomLink(PartNumber parent, PartNumber child, BigDecimal quantity, UnitCode unit) {}
