package takt.engine.tribuo;

import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** Whether XGBoost's native library can be loaded on this machine. */
final class NativeLibrary {

    private static final boolean LOADS = load();

    private NativeLibrary() {}

    static boolean loads() {
        return LOADS;
    }

    private static boolean load() {
        try {
            new DMatrix(new float[] {1}, 1, 1, Float.NaN).dispose();
            return true;
        } catch (LinkageError | XGBoostError e) {
            return false;
        }
    }
}
