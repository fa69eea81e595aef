package takt.kit.caller;

import java.util.Set;

/** Roles in the `groups` claim of a token. */
public final class Roles {

    public static final String PLANNER = "planner";
    public static final String SUPPLIER = "supplier";
    public static final String DATA_SCIENTIST = "data-scientist";
    public static final String OPERATOR = "operator";
    /** Of the services themselves: it reads what one service tells another, and nothing else. */
    public static final String SERVICE = "service";

    /** Those who are shown everything that they may ask for; a role that is not named here is shown nothing. */
    static final Set<String> HOUSE = Set.of(PLANNER, DATA_SCIENTIST, OPERATOR, SERVICE);

    private Roles() {}
}
