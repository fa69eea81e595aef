package takt.kit.caller;

import takt.kernel.PartnerId;

/**
 * Who is shown what: the house all, a partner what is about itself, anybody else nothing. It is made in one place from the
 * roles of a login ({@link Caller#audience}); a role that is not known to belong to the house does not.
 */
public sealed interface Audience {

    /** Those who run the network, and its services. */
    record House() implements Audience {}

    /** One partner of the network. */
    record Partner(PartnerId id) implements Audience {}

    /** A login without a role that may see anything. */
    record Nobody() implements Audience {}

    /** Whether something about a partner may be shown. */
    default boolean sees(PartnerId about) {
        return isHouse() || this instanceof Partner partner && partner.id().equals(about);
    }

    default boolean isHouse() {
        return this instanceof House;
    }

    /** For queries, beside {@link #isHouse}: the number of the partner; of the house and of nobody a text that is none. */
    default String partner() {
        return this instanceof Partner partner ? partner.id().value() : "";
    }
}
