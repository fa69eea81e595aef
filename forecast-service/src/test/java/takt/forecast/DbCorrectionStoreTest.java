package takt.forecast;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import takt.forecast.cleanse.CorrectionStoreContract;
import takt.forecast.usecase.data.port.CorrectionStore;
import takt.kit.TestStack;

/** The contract on the database. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class DbCorrectionStoreTest extends CorrectionStoreContract {

    @Inject
    CorrectionStore corrections;

    @Override
    protected CorrectionStore store() {
        return corrections;
    }
}
