package takt.cli.source;

/** What several rows of one file about the same thing mean. */
public enum SameKey {
    /** None of them is taken; somebody has to say which counts. */
    refuse,
    /** Lines to be added, as order lines of one week. */
    add,
    /** The last one corrects those before. */
    last
}
