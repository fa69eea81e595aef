package takt.forecast.usecase.training.port;

/** The run was cancelled, or somebody else works on it now. */
public final class ClaimLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ClaimLost(Claim claim) {
        super("The run (%s) is not ours any more.".formatted(claim.run()));
    }
}
