package takt.kernel;

import java.util.Arrays;
import java.util.Optional;

/** Units of measure with their UN/ECE Recommendation 20 codes. Discrete units come in whole pieces only. */
public enum UnitCode {
    H87("piece", true),
    SET("set", true),
    PR("pair", true),
    KGM("kilogram", false),
    GRM("gram", false),
    TNE("tonne", false),
    LBR("pound", false),
    LTR("litre", false),
    MLT("millilitre", false),
    MTQ("cubic metre", false),
    MTR("metre", false),
    CMT("centimetre", false),
    MTK("square metre", false),
    KWH("kilowatt hour", false),
    HUR("hour", false),
    MIN("minute", false),
    SEC("second", false);

    private final String label;
    private final boolean discrete;

    UnitCode(String label, boolean discrete) {
        this.label = label;
        this.discrete = discrete;
    }

    public String label() {
        return label;
    }

    /** Smallest amount that can be delivered, in thousandths: a whole piece, or a thousandth of a kilogram. */
    public long grainThousandths() {
        return discrete ? 1000 : 1;
    }

    public static Optional<UnitCode> find(String code) {
        return Arrays.stream(values()).filter(u -> u.name().equals(code)).findFirst();
    }
}
