package broken.one.here;

import broken.one.there.There;

/** One half of a circle. */
public class Here {

    Object there = There.class;
}
