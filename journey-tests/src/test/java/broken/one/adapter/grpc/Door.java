package broken.one.adapter.grpc;

import broken.one.adapter.db.Store;
import broken.two.Other;

/** Knows another door and another service. */
class Door {

    Store store = new Store();
    Other other = new Other();
}
