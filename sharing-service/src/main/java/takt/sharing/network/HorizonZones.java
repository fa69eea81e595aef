package takt.sharing.network;

/** Weeks from week 0 that are firm, released for production, released for material; each holds the one before. */
public record HorizonZones(int firmWeeks, int productionWeeks, int materialWeeks) {

    public HorizonZones {
        if (firmWeeks < 0 || productionWeeks < firmWeeks || materialWeeks < productionWeeks) {
            throw new IllegalArgumentException(
                    "The zones (%d, %d, %d weeks) must not shrink: firm <= production <= material."
                            .formatted(firmWeeks, productionWeeks, materialWeeks));
        }
    }
}
