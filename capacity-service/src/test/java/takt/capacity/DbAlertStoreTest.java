package takt.capacity;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import takt.capacity.alert.AlertStoreContract;
import takt.capacity.usecase.port.AlertStore;
import takt.kit.TestStack;

/** The contract on the database. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class DbAlertStoreTest extends AlertStoreContract {

    @Inject
    AlertStore alerts;

    @Override
    protected AlertStore store() {
        return alerts;
    }
}
