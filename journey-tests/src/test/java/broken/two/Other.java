package broken.two;

/** Belongs to another service. */
public class Other {}
