package takt.forecast.snapshot;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import takt.engine.series.DemandSeries;

/** SHA-256 over a snapshot: the other facts first, then the series in the order of the run. */
public final class SnapshotDigest {

    private final MessageDigest digest;

    /** @param fixed hash of all facts but the demand */
    public SnapshotDigest(String fixed) {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
        text(fixed);
    }

    public void add(List<DemandSeries> page) {
        for (DemandSeries series : page) {
            text(series.key() + "/" + series.calendar() + "/" + series.first());
            ByteBuffer numbers = ByteBuffer.allocate(Double.BYTES * series.values().length);
            for (double value : series.values()) {
                numbers.putDouble(value);
            }
            digest.update(numbers.array());
        }
    }

    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private void text(String value) {
        digest.update(value.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }
}
