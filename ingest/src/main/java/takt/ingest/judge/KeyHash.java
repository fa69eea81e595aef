package takt.ingest.judge;

import com.carrotsearch.hppc.BitMixer;
import java.time.LocalDate;
import java.util.List;

/**
 * A key in 64 bits. Of ten million different keys two share a hash with a chance of 3 in a million: rare enough to take
 * it for the key, and a hundredth of its memory.
 */
final class KeyHash {

    private KeyHash() {}

    static long of(List<Object> key) {
        long hash = key.size();
        for (int i = 0; i < key.size(); i++) { // no iterator for each of a million rows
            hash = BitMixer.mix64(hash ^ of(key.get(i)));
        }
        return hash;
    }

    private static long of(Object cell) {
        if (cell instanceof String text) {
            long hash = text.length();
            for (int i = 0; i < text.length(); i++) {
                hash = hash * 0x9E3779B97F4A7C15L + text.charAt(i);
                hash ^= hash >>> 29;
            }
            return hash;
        }
        return cell instanceof LocalDate day ? day.toEpochDay() : cell.hashCode();
    }
}
