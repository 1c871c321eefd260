package io.github.mmaplab.assertj;

import java.util.function.Consumer;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.api.SoftAssertionsProvider;

/** AssertJ's soft assertions, with those about scenarios and machines. */
public class MmaplabSoftAssertions extends SoftAssertions implements MmaplabSoftAssertionsProvider {

    /** Also called by JUnit for the parameter of a test with AssertJ's SoftAssertionsExtension. */
    public MmaplabSoftAssertions() {}

    /** Runs assertions, and then fails with all that did not hold. */
    public static void softly(Consumer<MmaplabSoftAssertions> assertions) {
        SoftAssertionsProvider.assertSoftly(MmaplabSoftAssertions.class, assertions);
    }
}
