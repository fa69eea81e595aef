package takt.capacity.commitment;

/** Bounds of what a supplier may write beside an answer. */
public final class Comments {

    public static final int LONGEST = 1_000;

    private Comments() {}

    /** What is wrong with a comment, as a reason and words; empty when nothing is. */
    public static java.util.Optional<Reading.Unreadable> fault(String comment) {
        if (comment.indexOf('\0') >= 0) {
            return java.util.Optional.of(
                    new Reading.Unreadable("COMMENT_INVALID", "A comment must not hold the character U+0000."));
        }
        return comment.length() <= LONGEST
                ? java.util.Optional.empty()
                : java.util.Optional.of(new Reading.Unreadable(
                        "COMMENT_TOO_LONG",
                        "A comment has at most %d characters, not %d.".formatted(LONGEST, comment.length())));
    }
}
