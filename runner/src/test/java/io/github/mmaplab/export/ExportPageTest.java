package io.github.mmaplab.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.mmaplab.scenario.ScenarioReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page on export is true: its scenario has the story that it shows, and prints what it shows. */
class ExportPageTest {

    private static final Path PAGE = Path.of("../docs/export.md");

    @TempDir
    private Path folder = PAGE;

    private static String block(String page, String opening) {
        int begin = page.indexOf(opening) + opening.length();
        return page.substring(begin, page.indexOf("```", begin));
    }

    @Test
    void its_example_prints_what_it_shows() throws IOException {
        String page = Files.readString(PAGE);
        byte[] scenario = block(page, "```yaml\n").getBytes(StandardCharsets.UTF_8);
        Export export = CExporter.export(
                ScenarioReader.read("page", scenario).scenarios().get(0));
        assertThat(export).isInstanceOf(Export.Program.class);
        Export.Program program = (Export.Program) export;
        assertThat(program.text()).contains(block(page, "```c\n"));
        assumeTrue(CCompiler.isHere(), "NOT RUN: the exported programs need Linux and a C compiler, `cc`");
        CCompiler compiler = new CCompiler(folder);
        assertThat(compiler.compile("example", program.text()).out()).isEmpty();
        String shown = block(page, "```console\n");
        assertThat(compiler.play("example").out()).isEqualTo(shown.substring(shown.indexOf("TAP version")));
    }
}
