package io.github.mmaplab.assertj;

import java.util.function.Consumer;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.api.SoftAssertionsProvider;

/** AssertJ's soft assertions, and those about scenarios and machines. */
public class MmaplabSoftAssertions extends SoftAssertions implements MmaplabSoftAssertionsProvider {

    /** To be had by JUnit too, as a parameter of a test with AssertJ's SoftAssertionsExtension. */
    public MmaplabSoftAssertions() {}

    /** Lets assertions be made, and then fails with all that did not hold. */
    public static void softly(Consumer<MmaplabSoftAssertions> assertions) {
        SoftAssertionsProvider.assertSoftly(MmaplabSoftAssertions.class, assertions);
    }
}
