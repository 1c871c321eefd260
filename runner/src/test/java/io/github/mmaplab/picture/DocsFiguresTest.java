package io.github.mmaplab.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.Golden;
import io.github.mmaplab.file.InputFiles;
import io.github.mmaplab.picture.figure.Figure;
import io.github.mmaplab.picture.figure.Svg;
import io.github.mmaplab.run.Orders;
import io.github.mmaplab.scenario.ScenarioReader;
import io.github.mmaplab.show.Storyboards;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The figures in the docs are those of scenarios of the library. {@code -Dgoldens=update} draws them. */
class DocsFiguresTest {

    private static final Path FIGURES = Path.of("../docs/figures");

    /** Figures of which all moments are shown, by name. */
    private static final Map<String, String> STRIPS = Map.of(
            "last-owner", "fork/last-owner",
            "four-kinds", "kinds/four-kinds",
            "truncated", "file-end/truncated",
            "disk", "msync/disk");

    private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    private static Figure figure(String scenario) {
        Path file = Path.of("../scenarios", scenario + ".scenario.yaml");
        return Figure.of(Storyboards.of(Orders.first(
                InputFiles.scenarios(file, file.toString()).scenarios().get(0))));
    }

    @Test
    void the_figure_of_the_readme_plays_the_scenario_above_it() throws IOException {
        Matcher scenario = YAML.matcher(Files.readString(Path.of("../README.md")));
        assertThat(scenario.find()).isTrue();
        byte[] text = scenario.group(1).getBytes(StandardCharsets.UTF_8);
        Figure figure = Figure.of(Storyboards.of(
                ScenarioReader.read("cow.scenario.yaml", text).scenarios().get(0)));
        Golden.assertIs(FIGURES.resolve("copy-on-write.svg"), Svg.animated(figure));
    }

    @Test
    void the_figures_of_the_docs_show_all_moments() throws IOException {
        for (Map.Entry<String, String> strip : STRIPS.entrySet()) {
            Golden.assertIs(FIGURES.resolve(strip.getKey() + ".svg"), Svg.strip(figure(strip.getValue())));
        }
    }
}
