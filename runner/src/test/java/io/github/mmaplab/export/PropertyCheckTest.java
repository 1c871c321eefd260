package io.github.mmaplab.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.scenario.model.Property;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Programs can check every property but those of the physical memory as a whole. */
final class PropertyCheckTest {

    @ParameterizedTest
    @EnumSource
    void there_is_a_ready_made_part_that_checks(Property property) {
        boolean isSkipped = property.owner() == Property.Owner.MACHINE;
        assertThat(Parts.all().contains("\n//@ check_" + property.name().toLowerCase(Locale.ROOT) + "\n"))
                .isEqualTo(!isSkipped);
    }
}
