package broken.one.adapter.db;

/** A door that another door looks at. */
public class Store {}
