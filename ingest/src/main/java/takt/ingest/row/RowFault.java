package takt.ingest.row;

/** Thrown while a row is read; whoever reads rows turns it into the {@link Rejection} it carries. */
public final class RowFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Rejection rejection;

    public RowFault(Rejection rejection) {
        super(rejection.reason(), null, false, false);
        this.rejection = rejection;
    }

    public Rejection rejection() {
        return rejection;
    }
}
