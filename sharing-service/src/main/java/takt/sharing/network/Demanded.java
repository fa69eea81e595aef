package takt.sharing.network;

import takt.kernel.PartNumber;
import takt.kernel.PartnerId;
import takt.kernel.SiteId;

/** A part that a customer needs at one of its sites. */
public record Demanded(PartNumber part, PartnerId customer, SiteId site) {}
