package takt.sharing.network;

import takt.kernel.PartNumber;
import takt.kernel.UnitCode;

/**
 * What one unit of the parent takes of the child.
 *
 * @param quantityThousandths thousandths of {@code unit}, above 0
 * @param unit unit of the child
 */
public record BomLink(PartNumber parent, PartNumber child, long quantityThousandths, UnitCode unit) {}
