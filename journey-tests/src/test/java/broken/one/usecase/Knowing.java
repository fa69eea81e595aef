package broken.one.usecase;

import broken.one.adapter.db.Store;

/** A use case that knows a door. */
public class Knowing {

    Object store = new Store();
}
