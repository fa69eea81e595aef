package takt.sharing.network;

import takt.kernel.PartnerId;

/** A company in the network; tier 0 is the OEM. */
public record Partner(PartnerId id, String name, int tier) {}
