package takt.ingest.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import takt.ingest.row.Rejection;

/** Counts what becomes of the rows of one import. */
public final class Tally {

    private static final int REPORTED = 100;

    private final List<Rejection> rejections = new ArrayList<>();
    private long accepted;
    private long unchanged;
    private long rejected;

    public void reject(Rejection rejection) {
        rejected++;
        if (rejections.size() < REPORTED) {
            rejections.add(rejection);
        }
    }

    /** Of so many facts so many were new or changed. */
    public void landed(int appended, int facts) {
        accepted += appended;
        unchanged += facts - appended;
    }

    /** Of so many contested keys this import had appended so many facts, which are taken back. */
    public void withdrawn(int keys, int appended) {
        accepted -= appended;
        unchanged -= keys - appended;
    }

    public boolean isClean() {
        return rejected == 0;
    }

    public long rejected() {
        return rejected;
    }

    public Report report(UUID importId, boolean isRefused) {
        return new Report(importId, accepted, unchanged, rejected, List.copyOf(rejections), isRefused, false, 0);
    }
}
