package io.github.mmaplab.show;

import io.github.mmaplab.diagnostic.Span;
import io.github.mmaplab.failure.Sentences;
import io.github.mmaplab.picture.Moment;
import io.github.mmaplab.run.result.Problem;
import io.github.mmaplab.scenario.model.Claim;
import io.github.mmaplab.scenario.model.Expectation;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.scenario.model.Step;
import io.github.mmaplab.scenario.model.StepInfo;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** What a scenario expects at each moment, and what was seen instead. */
final class Checks {

    private final Scenario scenario;
    private final List<Problem> problems;

    Checks(Scenario scenario, List<Problem> problems) {
        this.scenario = scenario;
        this.problems = problems;
    }

    /** Whether something is expected after the last step. */
    boolean atEnd() {
        return !scenario.expect().isEmpty() || !nevers(scenario.claims()).isEmpty();
    }

    /** Where it is written what is expected before the first step, or after the last one. */
    Moment.Lines lines(int moment) {
        if (moment == 0) {
            int line = scenario.span().line();
            return new Moment.Lines(line, line);
        }
        List<Integer> lines = new ArrayList<>();
        scenario.expect().forEach(row -> lines.add(row.span().line()));
        nevers(scenario.claims()).forEach(claim -> lines.add(claim.span().line()));
        return new Moment.Lines(Collections.min(lines), Collections.max(lines));
    }

    /** What is expected at a moment. */
    List<Moment.Check> at(int moment) {
        List<Problem> here =
                problems.stream().filter(problem -> problem.step() == moment).toList();
        List<Expectation> rows = rows(moment);
        List<Claim> nevers = nevers(claims(moment));
        if (rows.isEmpty() && nevers.isEmpty()) {
            return outcome(moment, here);
        }
        List<Moment.Check> checks = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Span row = rows.get(i).span();
            int end = i + 1 < rows.size() ? rows.get(i + 1).span().start() : Integer.MAX_VALUE;
            int failed = checks.size();
            for (Problem problem : here) {
                boolean ofRow = !(problem instanceof Problem.Holds)
                        && problem.span().start() >= row.start()
                        && problem.span().start() < end;
                if (ofRow) {
                    checks.add(failed(row.text(), problem));
                }
            }
            if (failed == checks.size()) {
                checks.add(new Moment.Check(row.text(), row.line(), Optional.empty()));
            }
        }
        for (Claim never : nevers) {
            Optional<String> held = here.stream()
                    .filter(problem -> problem.span().equals(never.span()))
                    .findFirst()
                    .map(problem -> Sentences.of(problem, scenario));
            checks.add(new Moment.Check("never", never.span().line(), held));
        }
        return checks;
    }

    private List<Expectation> rows(int moment) {
        if (moment > scenario.steps().size()) {
            return scenario.expect();
        }
        return moment > 0 && scenario.steps().get(moment - 1) instanceof Step.Expect expect ? expect.rows() : List.of();
    }

    private List<Claim> claims(int moment) {
        if (moment > scenario.steps().size()) {
            return scenario.claims();
        }
        return moment > 0 && scenario.steps().get(moment - 1) instanceof Step.Expect expect
                ? expect.claims()
                : List.of();
    }

    /** The tables that must not hold at their moment in any order; that others hold is up to all orders. */
    private static List<Claim> nevers(List<Claim> claims) {
        return claims.stream().filter(claim -> claim.held() == Claim.Held.NEVER).toList();
    }

    private List<Moment.Check> outcome(int moment, List<Problem> here) {
        if (moment == 0) {
            return here.stream()
                    .map(problem -> failed("the beginning", problem))
                    .toList();
        }
        StepInfo step = scenario.steps().get(moment - 1).info();
        if (!here.isEmpty()) {
            return here.stream().map(problem -> failed(step.verb(), problem)).toList();
        }
        return step.outcome().stated().isPresent()
                ? List.of(new Moment.Check(step.verb(), step.span().line(), Optional.empty()))
                : List.of();
    }

    private Moment.Check failed(String place, Problem problem) {
        return new Moment.Check(place, problem.span().line(), Optional.of(Sentences.of(problem, scenario)));
    }
}
