package io.github.mmaplab.kernel;

import io.github.mmaplab.abi.Outcome;
import org.assertj.core.api.Assertions;

/** Where assertions about a machine begin. */
final class KernelAssertions extends Assertions {

    private KernelAssertions() {}

    static OutcomeAssert assertThat(Outcome actual) {
        return new OutcomeAssert(actual);
    }

    static PlaceAssert assertThat(Place actual) {
        return new PlaceAssert(actual);
    }

    static FileAssert assertThat(TestFile actual) {
        return new FileAssert(actual);
    }
}
