package takt.kit;

/** Roles in the `groups` claim of a token. */
public final class Roles {

    public static final String PLANNER = "planner";
    public static final String SUPPLIER = "supplier";
    public static final String DATA_SCIENTIST = "data-scientist";
    public static final String OPERATOR = "operator";

    private Roles() {}
}
