package broken.one.run;

/** A use case that a broken room looks at. */
public class Waiting {}
