package broken.one.usecase;

/** A use case that a broken room looks at. */
public class Waiting {}
