package io.github.mmaplab.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.run.Orders;
import io.github.mmaplab.scenario.ScenarioReader;
import io.github.mmaplab.scenario.model.ContentIs;
import io.github.mmaplab.scenario.model.Expectation;
import io.github.mmaplab.scenario.model.Facet;
import io.github.mmaplab.scenario.model.FileFacet;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.MachineFacet;
import io.github.mmaplab.scenario.model.MemoryFacet;
import io.github.mmaplab.scenario.model.OneOf;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.scenario.model.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever the library expects can be explained. */
class LibraryExplanationsTest {

    private static final Path LIBRARY = Path.of("../scenarios");

    private static List<Scenario> library() throws IOException {
        try (Stream<Path> files = Files.walk(LIBRARY)) {
            return files.filter(file -> file.toString().endsWith(".scenario.yaml"))
                    .sorted()
                    .flatMap(file -> ScenarioReader.read(file, file.toString()).scenarios().stream())
                    .map(Orders::first)
                    .toList();
        }
    }

    @Test
    void every_expectation_has_reasons() throws IOException {
        int explained = 0;
        for (Scenario scenario : library()) {
            for (int step = 1; step <= scenario.steps().size(); step++) {
                if (scenario.steps().get(step - 1) instanceof Step.Expect expect) {
                    explained += explain(scenario, step, expect.rows());
                }
                scenario.steps()
                        .get(step - 1)
                        .info()
                        .label()
                        .ifPresent(label -> check(scenario, Explainer.outcome(scenario, label)));
            }
            explained += explain(scenario, scenario.steps().size(), scenario.expect());
        }
        assertThat(explained).isGreaterThan(800);
    }

    private static int explain(Scenario scenario, int step, List<Expectation> rows) {
        List<Explanation> explanations = new ArrayList<>();
        for (Expectation row : rows) {
            if (row instanceof Expectation.OfMemory memory) {
                memory.facets().forEach(facet -> explanations.addAll(of(scenario, step, memory.location(), facet)));
            } else if (row instanceof Expectation.OfFile file) {
                file.facets().forEach(facet -> explanations.addAll(of(scenario, step, file.location(), facet)));
            } else if (row instanceof Expectation.OfMachine machine) {
                machine.facets()
                        .forEach(facet -> explanations.add(
                                facet instanceof MachineFacet.Pages
                                        ? Explainer.pages(scenario, step)
                                        : Explainer.copies(scenario, step)));
            }
        }
        explanations.forEach(explanation -> check(scenario, explanation));
        return explanations.size();
    }

    private static List<Explanation> of(Scenario scenario, int step, Location location, Facet facet) {
        if (facet instanceof ContentIs content) {
            return List.of(Explainer.content(
                    scenario, step, location, content.content().length()));
        }
        if (facet instanceof OneOf choice) {
            return List.of(Explainer.content(
                    scenario, step, location, choice.contents().get(0).length()));
        }
        if (facet instanceof FileFacet.SizeIs && location instanceof Location.InFile file) {
            return List.of(Explainer.size(scenario, step, file.file()));
        }
        if (location instanceof Location.InMemory memory) {
            if (facet instanceof MemoryFacet.Raises) {
                return List.of(Explainer.signal(scenario, step, memory));
            }
            if (facet instanceof MemoryFacet.SamePageAs same) {
                return List.of(Explainer.samePage(scenario, step, memory, same.other()));
            }
            if (facet instanceof MemoryFacet.NotSamePageAs other) {
                return List.of(Explainer.samePage(scenario, step, memory, other.other()));
            }
        }
        return List.of();
    }

    private static void check(Scenario scenario, Explanation explanation) {
        String where = scenario.titleSpan() + ": " + explanation;
        assertThat(explanation.answer()).as(where).isNotBlank();
        assertThat(explanation.reasons()).as(where).hasSizeBetween(1, Explanation.MOST_REASONS);
        assertThat(explanation.reasons())
                .as(where)
                .allSatisfy(reason -> assertThat(reason.text()).isNotBlank().doesNotContain("address 0x", "null"));
        assertThat(explanation.rules()).as(where).hasSizeLessThanOrEqualTo(2);
    }
}
