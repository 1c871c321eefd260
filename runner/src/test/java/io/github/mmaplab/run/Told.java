package io.github.mmaplab.run;

import io.github.mmaplab.run.result.Problem;
import io.github.mmaplab.run.result.ScenarioResult;
import io.github.mmaplab.run.result.Seen;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Results as text, to be compared. */
final class Told {
    private Told() {}

    /** What a result says, without the numbers of pages. */
    static List<String> of(ScenarioResult result) {
        List<String> all = new ArrayList<>();
        all.add(result.verdict() + ", " + result.checks() + " checks, " + result.notChecked());
        all.add(result.replies().toString());
        result.problems().forEach(problem -> all.add(of(problem)));
        return all;
    }

    static String of(Problem problem) {
        if (problem instanceof Problem.InOrder inOrder) {
            String order = inOrder.scenario()
                    .order()
                    .map(each -> each.words(problem.step()))
                    .orElse("");
            return inOrder.broken() + " of " + inOrder.orders() + ", as in " + order + ": " + of(inOrder.problem());
        }
        if (problem instanceof Problem.NeverHolds never) {
            StringBuilder all = new StringBuilder("never of " + never.orders() + " at " + never.step() + never.span());
            for (Problem.Instead instead : never.instead()) {
                String order = instead.scenario().order().map(Object::toString).orElse("");
                all.append("\n  ")
                        .append(instead.orders())
                        .append(", as in ")
                        .append(order)
                        .append(": ");
                instead.differing().forEach(each -> all.append(of(each)).append("; "));
            }
            return all.toString();
        }
        String seen = problem instanceof Problem.WrongSight sight ? seen(sight) : "";
        return problem.getClass().getSimpleName() + " at step " + problem.step() + " " + problem.span() + seen;
    }

    private static String seen(Problem.WrongSight sight) {
        return sight.actual() instanceof Seen.Bytes bytes
                ? Arrays.toString(bytes.data().bytes())
                : sight.actual().toString();
    }
}
