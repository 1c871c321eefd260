package io.github.mmaplab.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.file.InputFiles;
import io.github.mmaplab.picture.figure.Figure;
import io.github.mmaplab.picture.figure.Tikz;
import io.github.mmaplab.run.Orders;
import io.github.mmaplab.scenario.ScenarioReader;
import io.github.mmaplab.show.Storyboards;
import io.github.mmaplab.tool.NeedsTool;
import io.github.mmaplab.tool.Tool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The programs that drawings in other forms are for read them without a complaint. */
class OtherFormsTest {

    @TempDir
    Path folder;

    private static Storyboard storyboard(String name) {
        Path file = Path.of("../scenarios", name + ".scenario.yaml");
        return Storyboards.of(Orders.first(
                InputFiles.scenarios(file, file.toString()).scenarios().get(0)));
    }

    private String output(String... command) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        int code = process.waitFor();
        String text = Files.readString(output, StandardCharsets.ISO_8859_1);
        assertThat(code).as(text).isZero();
        return text;
    }

    private void compile(String document) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("figure.tex"), document);
        String log = output("pdflatex", "-interaction=nonstopmode", "-halt-on-error", "figure.tex");
        assertThat(log)
                .contains("(1 page")
                .doesNotContain("LaTeX Warning: Command")
                .doesNotContain("Overfull")
                .doesNotContain("Missing character");
    }

    @NeedsTool(Tool.LATEX)
    @ParameterizedTest
    @ValueSource(
            strings = {
                "private/first-store-copies-one-page",
                "fork/last-owner",
                "file-end/truncated",
                "file-end/truncated-copies",
                "msync/disk",
                "uses/memory-on-demand"
            })
    void latex_makes_a_page_of_a_drawing(String name) throws Exception {
        Figure figure = Figure.of(storyboard(name));
        compile(Tikz.of(figure.captioned(figure.count() - 1)));
    }

    @Test
    @NeedsTool(Tool.LATEX)
    void latex_takes_every_character_as_text() throws Exception {
        String scenario = """
                scenario: all \\def\\x{ #$%&_^~ <>|"'`\\\\ \u00e9\u4e2d
                processes:
                  alice: { p: { sharing: private } }
                steps:
                  - write: { alice.p: '\\end{document}%#$&_^~{}[]"`|<>' }
                expect: { alice.p: '\\end{document}%#$&_^~{}[]"`|<>' }
                """;
        Storyboard storyboard =
                Storyboards.of(ScenarioReader.read("all.scenario.yaml", scenario.getBytes(StandardCharsets.UTF_8))
                        .scenarios()
                        .get(0));
        compile(Tikz.of(Figure.of(storyboard).captioned(1)));
    }

    @NeedsTool(Tool.GRAPHVIZ)
    @ParameterizedTest
    @ValueSource(strings = {"private/first-store-copies-one-page", "fork/grandchild", "msync/disk"})
    void graphviz_draws_an_edge_for_each_entry_and_each_page_in_a_cache(String name) throws Exception {
        Storyboard storyboard = storyboard(name);
        for (Moment moment : storyboard.moments()) {
            Files.writeString(folder.resolve("figure.dot"), Dot.of(storyboard, moment));
            String plain = output("dot", "-Tplain", "figure.dot");
            long entries = moment.processes().stream()
                    .flatMap(process -> process.mappings().stream())
                    .mapToLong(mapping -> mapping.entries().size())
                    .sum();
            long cached = moment.files().stream()
                    .mapToLong(file -> file.cached().size())
                    .sum();
            assertThat(plain.lines().filter(line -> line.startsWith("edge "))).hasSize((int) (entries + cached));
        }
    }
}
