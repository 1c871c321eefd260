package io.github.mmaplab.export;

import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.diagnostic.Problems;
import io.github.mmaplab.diagnostic.Source;
import io.github.mmaplab.format.Formatter;
import io.github.mmaplab.run.Orders;
import io.github.mmaplab.run.ScenarioRunner;
import io.github.mmaplab.run.result.Problem;
import io.github.mmaplab.run.result.ScenarioResult;
import io.github.mmaplab.run.result.Trace;
import io.github.mmaplab.scenario.ReadResult;
import io.github.mmaplab.scenario.ScenarioReader;
import io.github.mmaplab.scenario.model.ExpectedOutcome;
import io.github.mmaplab.scenario.model.Order;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.scenario.model.Step;
import io.github.mmaplab.scenario.syntax.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes one order of a concurrent scenario as a scenario of its own, in which nothing is concurrent. */
public final class OrderExporter {
    private OrderExporter() {}

    /**
     * The scenario in which the steps of {@code order} follow each other.
     *
     * @param order a scenario in one order
     */
    public static Export export(Scenario order) {
        Optional<Diagnostic> refusal = refusal(order);
        if (refusal.isPresent()) {
            return new Export.Refused(List.of(refusal.get()));
        }
        Source file = order.span().source();
        Source alone = new Source(file.name(), DocumentText.of(order));
        Scenario again = read(alone).scenarios().get(0);
        Scenario played =
                Orders.beginning(again, order.order().orElseThrow().branches()).orElseThrow();
        OneOrder text = new OneOrder(
                alone, YamlReader.read(alone, new Problems()).get(0), played, ScenarioRunner.holding(played));
        String written = text.write();
        ReadResult result = read(new Source(file.name(), written));
        if (result.hasErrors()) {
            Diagnostic first = result.diagnostics().get(0);
            return refused(
                    order,
                    first.code() == Code.NO_CHECK
                            ? "no expectation is about it; expect what is seen in this order under `sometimes`"
                            : first.message());
        }
        if (!happenings(result.scenarios().get(0)).equals(happenings(played))) {
            return refused(order, "without what can't be written down, other things happen");
        }
        return new Export.Story(Formatter.format(new Source(file.name(), written)), text.leftOut());
    }

    private static ReadResult read(Source source) {
        return ScenarioReader.read(source.name(), source.text().getBytes(StandardCharsets.UTF_8));
    }

    private static Export refused(Scenario order, String why) {
        return new Export.Refused(
                List.of(new Diagnostic(Code.NOT_EXPORTED, order.titleSpan(), "this order can't be exported: " + why)));
    }

    /** What a scenario without branches can't say. */
    private static Optional<Diagnostic> refusal(Scenario order) {
        for (Step step : order.steps()) {
            if (step instanceof Step.Crash) {
                return Optional.of(new Diagnostic(
                        Code.NOT_EXPORTED,
                        step.info().span(),
                        "`crash` can't be exported in one order: no scenario says which disk a crash leaves"));
            }
            if (step instanceof Step.Until && !(step.info().outcome() instanceof ExpectedOutcome.Success)) {
                return Optional.of(new Diagnostic(
                        Code.NOT_EXPORTED,
                        step.info().span(),
                        "`until` with an outcome can't be exported: only a branch waits"));
            }
        }
        for (Problem problem : ScenarioRunner.run(order).problems()) {
            if (problem instanceof Problem.Stuck) {
                return Optional.of(new Diagnostic(
                        Code.NOT_EXPORTED,
                        problem.span(),
                        "this order can't be exported: no branch can go on, and only a branch waits"));
            }
        }
        return Optional.empty();
    }

    /** All that happens in steps that do not only look, and in which ways the scenario is not as expected. */
    private static List<String> happenings(Scenario scenario) {
        ScenarioResult result = ScenarioRunner.run(scenario);
        List<String> all = new ArrayList<>();
        for (Trace.Performed performed : result.trace().performed()) {
            Step step =
                    performed.step() > 0 && performed.step() <= scenario.steps().size()
                            ? scenario.steps().get(performed.step() - 1)
                            : null;
            if (step != null && !(step instanceof Step.Expect) && !(step instanceof Step.Until)) {
                all.add(performed.operation().getClass().getSimpleName() + " " + words(performed.outcome()));
                performed.events().forEach(event -> all.add(event.getClass().getSimpleName()));
            }
        }
        for (Problem problem : result.problems()) {
            if (!(problem instanceof Problem.Holds)) {
                all.add(problem.getClass().getSimpleName());
            }
        }
        return all;
    }

    private static String words(Outcome outcome) {
        if (outcome instanceof Outcome.Failed failed) {
            return failed.errno().word();
        }
        return outcome instanceof Outcome.Signalled signalled
                ? signalled.signal().word()
                : outcome.getClass().getSimpleName();
    }

    /** The shortest order that breaks an expectation of a scenario, if one does. */
    public static Optional<Scenario> shortestBroken(Scenario scenario) {
        Scenario shortest = null;
        int fewest = Integer.MAX_VALUE;
        for (Problem problem : ScenarioRunner.run(scenario).problems()) {
            if (problem instanceof Problem.InOrder inOrder
                    && inOrder.scenario().order().isPresent()) {
                Order order = inOrder.scenario().order().get();
                int switches = order.switches(problem.step());
                if (switches < fewest) {
                    fewest = switches;
                    shortest = inOrder.scenario();
                }
            }
        }
        return Optional.ofNullable(shortest);
    }
}
