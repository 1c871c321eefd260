package io.github.mmaplab.scenario.decode;

import io.github.mmaplab.Golden;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The schemas of scenarios and exercises are generated. */
final class StorySchemaTest {

    @ParameterizedTest
    @EnumSource
    void the_schema_is_that_of_the_vocabulary(Kind kind) throws IOException {
        Path file = Path.of("../schema", kind.head() + ".schema.json");
        Golden.assertIs(file, SchemaText.of(new StorySchema(kind).make()));
    }
}
