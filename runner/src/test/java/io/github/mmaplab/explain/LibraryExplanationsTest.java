package io.github.mmaplab.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.library.Library;
import io.github.mmaplab.scenario.model.Scenario;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Whatever the library expects can be explained, and the explanations are true. */
class LibraryExplanationsTest {

    private static final int FEWEST = 1500;

    @Test
    void every_expectation_has_reasons_that_are_true() throws IOException {
        int explained = 0;
        for (Scenario scenario : Library.scenarios()) {
            for (Query query : Queries.of(scenario)) {
                explained++;
                Checker.check(query);
            }
        }
        assertThat(explained).isGreaterThan(FEWEST);
    }
}
