package takt.cli.stack;

/**
 * A login of the local stack.
 *
 * @param partner BPNL it speaks for; empty for nobody in particular
 * @param hash bcrypt hash of its password
 */
public record Login(String name, String role, String partner, String hash) {}
