package takt.kernel;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;

/**
 * Units of measure with their UN/ECE Recommendation 20 codes. Discrete units come in whole pieces only. Units of one
 * dimension convert by exact factors; how much a set holds or a piece weighs is a matter of the part.
 */
public enum UnitCode {
    H87("piece", true, Dimension.COUNT, "1"),
    SET("set", true, Dimension.SET, "1"),
    PR("pair", true, Dimension.COUNT, "2"),
    KGM("kilogram", false, Dimension.MASS, "1000"),
    GRM("gram", false, Dimension.MASS, "1"),
    TNE("tonne", false, Dimension.MASS, "1000000"),
    LBR("pound", false, Dimension.MASS, "453.59237"),
    LTR("litre", false, Dimension.VOLUME, "1000"),
    MLT("millilitre", false, Dimension.VOLUME, "1"),
    MTQ("cubic metre", false, Dimension.VOLUME, "1000000"),
    MTR("metre", false, Dimension.LENGTH, "100"),
    CMT("centimetre", false, Dimension.LENGTH, "1"),
    MTK("square metre", false, Dimension.AREA, "1"),
    KWH("kilowatt hour", false, Dimension.ENERGY, "1"),
    HUR("hour", false, Dimension.TIME, "3600"),
    MIN("minute", false, Dimension.TIME, "60"),
    SEC("second", false, Dimension.TIME, "1");

    /** What is measured. */
    private enum Dimension {
        COUNT,
        SET,
        MASS,
        VOLUME,
        LENGTH,
        AREA,
        ENERGY,
        TIME
    }

    private final String label;
    private final boolean discrete;
    private final Dimension dimension;
    private final BigDecimal size;

    UnitCode(String label, boolean discrete, Dimension dimension, String size) {
        this.label = label;
        this.discrete = discrete;
        this.dimension = dimension;
        this.size = new BigDecimal(size);
    }

    public String label() {
        return label;
    }

    /** Smallest amount that can be delivered, in thousandths: a whole piece, or a thousandth of a kilogram. */
    public long grainThousandths() {
        return discrete ? 1000 : 1;
    }

    /** Whether both measure the same, so that one can be said in the other whatever the part. */
    public boolean isLike(UnitCode other) {
        return dimension == other.dimension;
    }

    /** Size in the least unit of its dimension, exact: a kilogram is 1000 (gram). */
    public BigDecimal size() {
        return size;
    }

    public static Optional<UnitCode> find(String code) {
        return Arrays.stream(values()).filter(u -> u.name().equals(code)).findFirst();
    }
}
