package takt.sharing.network;

import java.util.Optional;

/** Tells a part that nobody has named before from another spelling of one that is known. */
public interface PartSpellings {

    /** The known part that the number is likely to be a spelling of; empty when the number itself is known. */
    Optional<String> like(String part);

    /** From now on the part is known. */
    void know(String part);
}
