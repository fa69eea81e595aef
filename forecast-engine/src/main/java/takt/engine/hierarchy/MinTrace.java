package takt.engine.hierarchy;

import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.CovarianceOps_DDRM;

/**
 * Reconciles forecasts of parts and groups with the least total variance of their errors (MinT: Wickramasuriya,
 * Athanasopoulos and Hyndman 2019), the covariance W of the errors shrunk towards its diagonal. With C y the
 * discrepancies of the groups, each its own forecast less the sum of its parts', all forecasts y change by
 * -W C' (C W C')^-1 C y. W is never built: one part of it is made of the errors, the other a diagonal.
 */
public final class MinTrace {

    private final Hierarchy hierarchy;
    private final double[][] partErrors;
    private final double[][] gaps;
    private final double[] variances;
    private final List<int[]> groupsByPart;
    private final double lambda;
    private final DMatrixRMaj inverse;

    /**
     * @param partErrors one-step errors, one row per part, all rows of one length; 0 where unknown
     * @param groupErrors the same of the groups' own forecasts
     */
    public MinTrace(Hierarchy hierarchy, double[][] partErrors, double[][] groupErrors) {
        this.hierarchy = hierarchy;
        this.partErrors = partErrors;
        this.lambda = Shrinkage.of(partErrors);
        this.variances = IntStream.range(0, partErrors.length)
                .mapToDouble(i -> Shrinkage.meanProduct(partErrors[i], partErrors[i]))
                .toArray();
        this.groupsByPart = hierarchy.groupsByPart();
        this.gaps = gaps(groupErrors);
        this.inverse = inverse(discrepancies(groupErrors));
    }

    /** What the groups' errors are more than the sum of their parts' errors. */
    private double[][] gaps(double[][] groupErrors) {
        double[][] all = new double[groupErrors.length][];
        for (int g = 0; g < all.length; g++) {
            all[g] = groupErrors[g].clone();
            for (int i : hierarchy.groups().get(g).members()) {
                for (int t = 0; t < all[g].length; t++) {
                    all[g][t] -= partErrors[i][t];
                }
            }
        }
        return all;
    }

    /** C W C': how the discrepancies vary together. */
    private double[][] discrepancies(double[][] groupErrors) {
        double[][] together = new double[gaps.length][gaps.length];
        for (int g = 0; g < gaps.length; g++) {
            for (int k = 0; k < gaps.length; k++) {
                together[g][k] = (1 - lambda) * Shrinkage.meanProduct(gaps[g], gaps[k]);
            }
            together[g][g] += lambda * Shrinkage.meanProduct(groupErrors[g], groupErrors[g]);
        }
        for (int i = 0; i < variances.length; i++) {
            for (int g : groupsByPart.get(i)) {
                for (int k : groupsByPart.get(i)) {
                    together[g][k] += lambda * variances[i];
                }
            }
        }
        return together;
    }

    /** By Cholesky; the diagonal gets a billionth more of all, so that there is an inverse. */
    private static DMatrixRMaj inverse(double[][] covariance) {
        DMatrixRMaj matrix = new DMatrixRMaj(covariance);
        double trace = matrix.numRows == 0 ? 0 : CommonOps_DDRM.trace(matrix);
        for (int i = 0; i < matrix.numRows; i++) {
            matrix.add(i, i, 1e-9 * (trace > 0 ? trace : 1));
        }
        DMatrixRMaj inverse = new DMatrixRMaj(matrix.numRows, matrix.numCols);
        if (!CovarianceOps_DDRM.invert(matrix, inverse)) {
            throw new IllegalStateException("The covariance of %d groups has no inverse.".formatted(covariance.length));
        }
        return inverse;
    }

    private double[] weighed(double[] discrepancies) {
        DMatrixRMaj weighed = new DMatrixRMaj(discrepancies.length, 1);
        CommonOps_DDRM.mult(inverse, DMatrixRMaj.wrap(discrepancies.length, 1, discrepancies), weighed);
        return weighed.data;
    }

    /**
     * Means of the parts that agree with those of the groups, at least 0. A part that is expected to need nothing stays
     * so.
     *
     * @param parts mean of each part
     * @param groups mean of each group
     */
    public double[] parts(double[] parts, double[] groups) {
        double[] sums = hierarchy.sums(parts);
        double[] weighed = weighed(IntStream.range(0, groups.length)
                .mapToDouble(g -> groups[g] - sums[g])
                .toArray());
        double[] common = common(weighed);
        return IntStream.range(0, parts.length)
                .mapToDouble(i -> {
                    double own = 0;
                    for (int g : groupsByPart.get(i)) {
                        own += weighed[g];
                    }
                    double change =
                            (1 - lambda) * Shrinkage.meanProduct(partErrors[i], common) - lambda * variances[i] * own;
                    return parts[i] > 0 ? Math.max(0, parts[i] - change) : 0;
                })
                .toArray();
    }

    /** The groups' gaps, bucket by bucket, each as heavy as it counts. */
    private double[] common(double[] weighed) {
        double[] common = new double[partErrors.length == 0 ? 0 : partErrors[0].length];
        for (int g = 0; g < weighed.length; g++) {
            for (int t = 0; t < common.length; t++) {
                common[t] += weighed[g] * gaps[g][t];
            }
        }
        return common;
    }
}
