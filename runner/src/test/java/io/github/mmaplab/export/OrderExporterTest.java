package io.github.mmaplab.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.diagnostic.Source;
import io.github.mmaplab.failure.Sentences;
import io.github.mmaplab.format.Formatter;
import io.github.mmaplab.library.Library;
import io.github.mmaplab.run.Exploration;
import io.github.mmaplab.run.ScenarioRunner;
import io.github.mmaplab.run.result.Outcomes;
import io.github.mmaplab.run.result.Problem;
import io.github.mmaplab.run.result.ScenarioResult;
import io.github.mmaplab.run.result.Trace;
import io.github.mmaplab.scenario.ReadResult;
import io.github.mmaplab.scenario.ScenarioReader;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.scenario.model.Step;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** An order that is exported shows what it shows in the scenario that it comes from. */
final class OrderExporterTest {
    private static final Pattern FILE = Pattern.compile("FileId\\[number=(\\d+)]");

    private static List<Scenario> library() throws IOException {
        return Library.asWritten().stream()
                .filter(scenario -> scenario.isConcurrent() && !scenario.hasCrash())
                .toList();
    }

    /** All that happens in the steps that do more than look, byte for byte. */
    private static List<Object> happenings(ScenarioResult result) {
        List<Object> all = new ArrayList<>();
        for (Trace.Performed performed : result.trace().performed()) {
            List<Step> steps = result.scenario().steps();
            Step step =
                    performed.step() > 0 && performed.step() <= steps.size() ? steps.get(performed.step() - 1) : null;
            if (step != null && !(step instanceof Step.Expect) && !(step instanceof Step.Until)) {
                all.add(performed.operation());
                all.add(performed.outcome());
                all.add(performed.events());
            }
        }
        return all;
    }

    /** With files numbered as they happen: a file that a step makes is numbered by where the step is written. */
    private static String renumbered(List<Object> happenings) {
        Map<String, Integer> numbers = new HashMap<>();
        return FILE.matcher(happenings.toString())
                .replaceAll(file -> "file " + numbers.computeIfAbsent(file.group(1), ignored -> numbers.size()));
    }

    private static List<String> problems(ScenarioResult result) {
        return result.problems().stream()
                .filter(problem -> !(problem instanceof Problem.Holds))
                .map(problem -> problem.span().text() + ": " + Sentences.of(problem, result.scenario()))
                .toList();
    }

    private int checked;
    private int refused;

    private void check(Scenario order) {
        Export export = OrderExporter.export(order);
        if (export instanceof Export.Refused no) {
            assertThat(no.reasons().toString()).containsAnyOf("no expectation is about it", "`until` with an outcome");
            refused++;
            return;
        }
        checked++;
        String text = ((Export.Story) export).text();
        ReadResult read = ScenarioReader.read("exported", text.getBytes(StandardCharsets.UTF_8));
        assertThat(read.diagnostics()).as(text).isEmpty();
        Scenario exported = read.scenarios().get(0);
        assertThat(exported.isConcurrent()).isFalse();
        assertThat(Formatter.format(new Source("exported", text))).isEqualTo(text);
        ScenarioResult again = ScenarioRunner.run(exported);
        ScenarioResult original = ScenarioRunner.run(order);
        assertThat(problems(again)).as(text).isEqualTo(problems(original));
        assertThat(renumbered(happenings(again))).as(text).isEqualTo(renumbered(happenings(original)));
    }

    @Test
    void an_order_for_each_outcome_of_the_library() throws IOException {
        for (Scenario scenario : library()) {
            for (Outcomes.Row row :
                    Exploration.outcomes(scenario, Exploration.MOST_STATES).rows()) {
                check(row.shortest());
            }
        }
        assertThat(checked).isGreaterThan(100);
        assertThat(refused).isBetween(1, 25);
    }

    @Test
    void the_orders_that_break_what_sometimes_holds() throws IOException {
        for (Scenario scenario : library()) {
            Source source = scenario.span().source();
            if (source.text().contains("always:")) {
                continue;
            }
            String text = source.text().replace("sometimes:", "always:");
            for (Scenario changed : ScenarioReader.read(source.name(), text.getBytes(StandardCharsets.UTF_8))
                    .scenarios()) {
                for (Problem problem : ScenarioRunner.run(changed).problems()) {
                    if (problem instanceof Problem.InOrder inOrder) {
                        check(inOrder.scenario());
                    }
                }
            }
        }
        assertThat(checked).isGreaterThan(20);
        assertThat(refused).isZero();
    }
}
