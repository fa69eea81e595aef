package broken.one.there;

import broken.one.here.Here;

/** The other half. */
public class There {

    Object here = Here.class;
}
