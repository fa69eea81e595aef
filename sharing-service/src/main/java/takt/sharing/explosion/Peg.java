package takt.sharing.explosion;

import java.math.BigDecimal;
import takt.kernel.PartNumber;
import takt.kernel.PartnerId;

/** Where a requirement comes from: a parent part, who makes it, and how much of this one unit takes. */
public record Peg(PartNumber parent, PartnerId maker, BigDecimal quantity) {}
