package io.github.mmaplab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.diagnostic.Source;
import io.github.mmaplab.kernel.KernelSource;
import io.github.mmaplab.kernel.machine.Rules;
import io.github.mmaplab.library.Library;
import io.github.mmaplab.library.Mutation;
import io.github.mmaplab.library.Mutations;
import io.github.mmaplab.mistake.Misconception;
import io.github.mmaplab.run.Exploration;
import io.github.mmaplab.run.ScenarioRunner;
import io.github.mmaplab.run.result.Problem;
import io.github.mmaplab.scenario.ScenarioReader;
import io.github.mmaplab.scenario.model.Branch;
import io.github.mmaplab.scenario.model.Claim;
import io.github.mmaplab.scenario.model.Expectation;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.scenario.model.Step;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The order that a report names for a broken expectation breaks it in the same way when it is replayed by itself. */
final class WitnessTest {
    /** How many witnesses were replayed, by the kind of problem; {@code crash} counts those with a crash once more. */
    private final Map<String, Integer> replayed = new TreeMap<>();

    private static List<Scenario> library() throws IOException {
        return Library.asWritten().stream().filter(Scenario::hasSeveralOutcomes).toList();
    }

    /** A kind of table taken for another one. */
    private enum Taken {
        SOMETIMES_FOR_NEVER(Claim.Held.SOMETIMES),
        SOMETIMES_FOR_ALWAYS(Claim.Held.SOMETIMES),
        NEVER_FOR_ALWAYS(Claim.Held.NEVER);

        private final Claim.Held held;

        Taken(Claim.Held held) {
            this.held = held;
        }

        private boolean isRows(Claim claim) {
            return this != SOMETIMES_FOR_NEVER && claim.held() == held;
        }

        List<Expectation> rows(List<Expectation> rows, List<Claim> claims) {
            List<Expectation> all = new ArrayList<>(rows);
            claims.stream().filter(this::isRows).forEach(claim -> all.addAll(claim.rows()));
            return all;
        }

        List<Claim> claims(List<Claim> claims) {
            return claims.stream()
                    .filter(claim -> !isRows(claim))
                    .map(claim ->
                            claim.held() == held ? new Claim(Claim.Held.NEVER, claim.rows(), claim.span()) : claim)
                    .toList();
        }

        private Step step(Step step) {
            if (step instanceof Step.Expect table) {
                return new Step.Expect(table.info(), rows(table.rows(), table.claims()), claims(table.claims()));
            }
            return step instanceof Step.Concurrently concurrently
                    ? new Step.Concurrently(
                            concurrently.info(),
                            concurrently.branches().stream()
                                    .map(branch -> new Branch(
                                            branch.name(),
                                            branch.steps().stream()
                                                    .map(this::step)
                                                    .toList()))
                                    .toList())
                    : step;
        }

        Scenario in(Scenario scenario) {
            return new Scenario(
                    scenario.title(),
                    scenario.about(),
                    scenario.tags(),
                    scenario.references(),
                    scenario.pageSize(),
                    scenario.crash(),
                    scenario.files(),
                    scenario.processes(),
                    scenario.steps().stream().map(this::step).toList(),
                    rows(scenario.expect(), scenario.claims()),
                    claims(scenario.claims()),
                    scenario.orders(),
                    scenario.order(),
                    scenario.row(),
                    scenario.document(),
                    scenario.titleSpan(),
                    scenario.span());
        }
    }

    @Test
    void where_a_table_is_taken_for_another_kind() throws IOException, UsageException {
        for (Scenario scenario : library()) {
            for (Taken taken : Taken.values()) {
                replay(taken.in(scenario), KernelSource.simulated(Rules.LINUX));
            }
        }
        assertThat(replayed.get("Holds")).isGreaterThan(100);
        assertThat(replayed.get("WrongSight")).isGreaterThan(100);
        assertThat(replayed.get("crash")).isGreaterThan(20);
    }

    @Test
    void where_an_expectation_is_changed() throws IOException, UsageException {
        for (Scenario scenario : library()) {
            for (Mutation mutation : Mutations.of(scenario)) {
                Source source = scenario.span().source();
                String text = mutation.apply(source.text());
                for (Scenario changed : ScenarioReader.read(source.name(), text.getBytes(StandardCharsets.UTF_8))
                        .scenarios()) {
                    replay(changed, KernelSource.simulated(Rules.LINUX));
                }
            }
        }
        assertThat(replayed.get("WrongSight")).isGreaterThan(100);
        assertThat(replayed.get("WrongOutcome")).isGreaterThan(2);
    }

    @Test
    void on_mistaken_kernels() throws IOException, UsageException {
        for (Scenario scenario : library()) {
            for (Misconception misconception : Misconception.values()) {
                if (!scenario.hasCrash()) {
                    replay(scenario, misconception::boot);
                }
            }
        }
        assertThat(replayed.get("Holds")).isGreaterThan(10);
        assertThat(replayed.get("WrongSight")).isGreaterThan(100);
        assertThat(replayed.get("WrongOutcome")).isGreaterThan(10);
    }

    private void replay(Scenario scenario, KernelSource kernels) throws UsageException {
        for (Problem problem : Exploration.run(scenario, kernels).problems()) {
            if (!(problem instanceof Problem.InOrder inOrder)) {
                continue;
            }
            int last = problem.step() - (inOrder.problem() instanceof Problem.Stuck ? 1 : 0);
            String words = inOrder.scenario().order().orElseThrow().words(last);
            Scenario order = words.isEmpty() ? inOrder.scenario() : ChosenOrder.beginning(scenario, words);
            assertThat(ScenarioRunner.run(order, kernels.boot(new PageSize(scenario.pageSize())))
                            .problems())
                    .as(() -> scenario.title() + " in the order " + words + " of "
                            + scenario.span().source().name())
                    .contains(inOrder.problem());
            replayed.merge(inOrder.problem().getClass().getSimpleName(), 1, Integer::sum);
            if (scenario.hasCrash()) {
                replayed.merge("crash", 1, Integer::sum);
            }
        }
    }
}
