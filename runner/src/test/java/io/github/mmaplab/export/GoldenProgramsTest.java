package io.github.mmaplab.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.Golden;
import io.github.mmaplab.file.InputFiles;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs as people see them: for one process, for several, and for one that dies. */
class GoldenProgramsTest {

    private static final Path LIBRARY = Path.of("../scenarios");
    private static final Path GOLDENS = Path.of("src/test/resources/export");

    @ParameterizedTest
    @ValueSource(strings = {"uses/ring-buffer", "uses/snapshot", "process/last-words"})
    void is_what_a_person_would_write(String name) throws IOException {
        Path file = LIBRARY.resolve(name + ".scenario.yaml");
        Export export =
                CExporter.export(InputFiles.scenarios(file, name).scenarios().get(0));
        assertThat(export).isInstanceOf(Export.Program.class);
        String text = ((Export.Program) export).text();
        Path golden = GOLDENS.resolve(name.substring(name.indexOf('/') + 1) + ".c");
        Golden.assertIs(golden, text);
    }
}
