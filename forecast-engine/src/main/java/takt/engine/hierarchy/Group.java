package takt.engine.hierarchy;

/**
 * Parts that add up to something.
 *
 * @param level what kind of group it is, as {@code family}
 * @param members ordinals of its parts, ascending
 */
public record Group(String level, String name, int[] members) {}
