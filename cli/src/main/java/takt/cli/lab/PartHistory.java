package takt.cli.lab;

import java.util.Arrays;

/** Buckets of one part in ascending order and what was demanded in each; made for millions of rows. */
final class PartHistory {

    private int[] buckets = new int[16];
    private double[] values = new double[16];
    private int size;

    /** False when the bucket was there already. */
    boolean add(int bucket, double value) {
        int at = size == 0 || bucket > buckets[size - 1] ? -size - 1 : Arrays.binarySearch(buckets, 0, size, bucket);
        if (at >= 0) {
            return false;
        }
        int place = -at - 1;
        if (size == buckets.length) {
            buckets = Arrays.copyOf(buckets, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        System.arraycopy(buckets, place, buckets, place + 1, size - place);
        System.arraycopy(values, place, values, place + 1, size - place);
        buckets[place] = bucket;
        values[place] = value;
        size++;
        return true;
    }

    int first() {
        return buckets[0];
    }

    int last() {
        return buckets[size - 1];
    }

    /** One value per bucket from one to another, {@code missing} where there is none. */
    double[] values(int from, int to, double missing) {
        double[] all = new double[to - from + 1];
        Arrays.fill(all, missing);
        for (int i = 0; i < size; i++) {
            all[buckets[i] - from] = values[i];
        }
        return all;
    }
}
