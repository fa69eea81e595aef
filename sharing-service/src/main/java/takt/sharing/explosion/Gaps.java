package takt.sharing.explosion;

import java.util.List;
import takt.kernel.PartNumber;

/**
 * Where the network did not carry an explosion.
 *
 * @param unsupplied parts that nobody supplies, the largest need first
 * @param passedThrough parts that are only a step in the bill: nobody supplies them, so who needs them needs what they are
 *     made of
 */
public record Gaps(List<Unsupplied> unsupplied, List<PartNumber> passedThrough) {

    public static final Gaps NONE = new Gaps(List.of(), List.of());
}
