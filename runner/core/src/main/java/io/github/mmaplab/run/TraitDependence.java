package io.github.mmaplab.run;

import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.diagnostic.Span;
import io.github.mmaplab.kernel.KernelSource;
import io.github.mmaplab.kernel.machine.Rules;
import io.github.mmaplab.kernel.machine.Trait;
import io.github.mmaplab.run.result.NotChecked;
import io.github.mmaplab.run.result.Problem;
import io.github.mmaplab.run.result.Replied;
import io.github.mmaplab.run.result.Reply;
import io.github.mmaplab.run.result.ScenarioResult;
import io.github.mmaplab.run.result.Seen;
import io.github.mmaplab.run.result.Verdict;
import io.github.mmaplab.scenario.model.Scenario;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What depends on the traits that a machine lacks is found out by an experiment: the scenario is played on simulated
 * kernels that lack them too. What is not as expected there, in the very same way, but is on usual machines, is no fault of
 * the machine's kernel; it is not checked, with the trait as the reason. Nothing else is excused.
 */
public final class TraitDependence {

    private final Scenario scenario;
    private final Map<Trait, Kin> alone = new LinkedHashMap<>();
    private final Kin together;
    private final Kin usual;
    private final String all;

    /** The result on a simulated kernel without some traits. */
    private record Kin(List<Object> marks, List<Replied> replies) {}

    private TraitDependence(Scenario scenario, Set<Trait> lacking) {
        this.scenario = scenario;
        List<String> lacks = new ArrayList<>();
        for (Trait trait : lacking) {
            if (trait.simulated()) {
                alone.put(trait, play(Set.of(trait)));
                lacks.add(trait.lack());
            }
        }
        this.together = play(lacking);
        this.usual = play(Set.of());
        this.all = String.join("; ", lacks);
    }

    private Kin play(Set<Trait> lacking) {
        ScenarioResult result = Exploration.run(scenario, KernelSource.simulated(Rules.LINUX.lacking(lacking)));
        List<Object> marks = new ArrayList<>();
        for (Problem problem : result.problems()) {
            mark(problem).ifPresent(marks::add);
        }
        return new Kin(marks, result.replies());
    }

    /** Whether any of these traits matters to anything that a simulated kernel can play. */
    public static boolean isPossible(Set<Trait> lacking) {
        return lacking.stream().anyMatch(Trait::simulated);
    }

    /** The result of a machine that lacks these traits; what depends on them is not checked in it. */
    public static ScenarioResult excuse(ScenarioResult result, Set<Trait> lacking) {
        if (result.problems().isEmpty() || !isPossible(lacking)) {
            return result;
        }
        TraitDependence dependence = new TraitDependence(result.scenario(), lacking);
        List<Problem> problems = new ArrayList<>();
        List<NotChecked> notChecked = new ArrayList<>(result.notChecked());
        for (Problem problem : result.problems()) {
            Optional<String> why = dependence.reason(problem);
            why.ifPresentOrElse(
                    reason -> notChecked.add(new NotChecked(problem.span(), reason)), () -> problems.add(problem));
        }
        int excused = result.problems().size() - problems.size();
        boolean passed = problems.isEmpty() && result.checks() > excused;
        return new ScenarioResult(
                result.scenario(),
                passed ? Verdict.PASSED : problems.isEmpty() ? Verdict.FAILED : result.verdict(),
                result.checks() - excused,
                problems,
                notChecked,
                result.replies(),
                result.trace());
    }

    /** Why a machine that lacks these traits answers so to a question; nothing if they are not the reason. */
    public static Optional<String> reason(Scenario scenario, String question, Reply reply, Set<Trait> lacking) {
        return isPossible(lacking) ? new TraitDependence(scenario, lacking).reason(question, reply) : Optional.empty();
    }

    private Optional<String> reason(String question, Reply reply) {
        for (Map.Entry<Trait, Kin> trait : alone.entrySet()) {
            if (answers(trait.getValue(), question, reply)) {
                return Optional.of(trait.getKey().lack());
            }
        }
        return answers(together, question, reply) ? Optional.of(all) : Optional.empty();
    }

    private static boolean answers(Kin kin, String question, Reply reply) {
        for (Replied replied : kin.replies()) {
            if (replied.question().info().name().equals(question)
                    && replied.reply().equals(reply)) {
                return true;
            }
        }
        return false;
    }

    private Optional<String> reason(Problem problem) {
        Optional<Object> mark = mark(problem);
        if (mark.isEmpty() || usual.marks().contains(mark.get())) {
            return Optional.empty();
        }
        for (Map.Entry<Trait, Kin> trait : alone.entrySet()) {
            if (trait.getValue().marks().contains(mark.get())) {
                return Optional.of(trait.getKey().lack());
            }
        }
        return together.marks().contains(mark.get()) ? Optional.of(all) : Optional.empty();
    }

    /** What makes two problems the same on two kernels, which number their pages and give reasons as they like. */
    private static Optional<Object> mark(Problem problem) {
        if (problem instanceof Problem.WrongSight wrong) {
            return Optional.of(new Mark(wrong.step(), wrong.span(), mark(wrong.actual())));
        }
        if (problem instanceof Problem.WrongOutcome wrong) {
            return Optional.of(new Mark(wrong.step(), wrong.span(), mark(wrong.actual())));
        }
        if (problem instanceof Problem.InOrder order) {
            return mark(order.problem()).map(mark -> List.of(mark, order.broken(), order.orders()));
        }
        return problem instanceof Problem.NotPlayable ? Optional.empty() : Optional.of(problem);
    }

    private record Mark(int step, Span span, Object seen) {}

    private static Object mark(Outcome outcome) {
        if (outcome instanceof Outcome.Failed failed) {
            return failed.errno();
        }
        if (outcome instanceof Outcome.Signalled signalled) {
            return List.of(signalled.signal(), signalled.code(), signalled.address());
        }
        return outcome instanceof Outcome.Done done
                ? Arrays.hashCode(done.data().bytes())
                : outcome;
    }

    private static Object mark(Seen seen) {
        if (seen instanceof Seen.Bytes bytes) {
            return List.of(Arrays.hashCode(bytes.data().bytes()), bytes.firstDifference(), bytes.endOfFile());
        }
        if (seen instanceof Seen.Fault fault) {
            return List.of(fault.signal(), fault.code(), fault.place());
        }
        return seen instanceof Seen.Pages pages ? pages.here().equals(pages.there()) : seen;
    }
}
