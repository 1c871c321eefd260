package io.github.mmaplab.scenario.decode;

import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.diagnostic.Span;
import io.github.mmaplab.scenario.model.Branch;
import io.github.mmaplab.scenario.model.Named;
import io.github.mmaplab.scenario.model.Step;
import io.github.mmaplab.scenario.model.StepInfo;
import io.github.mmaplab.scenario.syntax.Node;
import io.github.mmaplab.text.Numerals;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the branches of {@code concurrently}. */
final class Branches {
    private static final String EXAMPLE = "{ alice: [ write: { alice.p: A } ], bob: [ read: bob.q ] }";

    /** How many branches there may be: a search has to remember where each of them is. */
    private static final int MOST_BRANCHES = 100;

    private final Values values;
    private final Scope scope;

    Branches(Values values, Scope scope) {
        this.values = values;
        this.scope = scope;
    }

    /**
     * The step, or null if there is something wrong in a branch, which is reported.
     *
     * @param steps reads the steps of a branch
     */
    @Nullable
    Step decode(StepInfo info, Node value, Function<Node.Entry, List<Step>> steps) {
        BranchScopes scopes = scope.part();
        Node.Mapping map = values.shapes().mapping(value, "`concurrently`", "branches by name: " + EXAMPLE);
        if (map == null) {
            scope.markIncomplete();
            return null;
        }
        if (map.entries().size() > MOST_BRANCHES) {
            scope.markIncomplete();
            refuseTooMany(info, map.entries().size());
            return null;
        }
        int errors = values.problems().errors();
        List<Branch> branches = new ArrayList<>();
        for (Node.Entry entry : map.entries()) {
            Names.BRANCH.check(values.problems(), entry.key());
            scopes.begin(elsewhere(map, entry));
            branches.add(new Branch(new Named(entry.key().text(), entry.key().span()), branch(entry, steps)));
            scopes.end();
        }
        scopes.join();
        if (branches.size() < 2) {
            refuseTooFew(info, map);
        }
        return values.problems().errors() == errors ? new Step.Concurrently(info, branches) : null;
    }

    private List<Step> branch(Node.Entry entry, Function<Node.Entry, List<Step>> steps) {
        if (entry.value() instanceof Node.Sequence list && list.items().isEmpty()) {
            values.problems()
                    .add(
                            Code.NOTHING_GIVEN,
                            list.span(),
                            "the branch `" + entry.key().text() + "` has no steps",
                            "write its steps, each an item of a list, or leave it out");
            return List.of();
        }
        return steps.apply(entry);
    }

    private void refuseTooMany(StepInfo info, int branches) {
        values.problems()
                .add(
                        Code.TOO_MANY_BRANCHES,
                        info.span(),
                        "there are " + Numerals.grouped(branches) + " branches, and " + MOST_BRANCHES
                                + " may be concurrent",
                        "put steps whose order does not matter into one branch, or leave branches out");
    }

    private void refuseTooFew(StepInfo info, Node.Mapping map) {
        values.problems()
                .add(
                        Code.ONE_BRANCH,
                        info.span(),
                        map.entries().isEmpty()
                                ? "nothing is concurrent here: there are no branches"
                                : "nothing is concurrent here: there is only one branch",
                        "write two or more branches: " + EXAMPLE);
    }

    /** Where all other branches make what. */
    private static Map<String, Span> elsewhere(Node.Mapping map, Node.Entry own) {
        Map<String, Span> elsewhere = new HashMap<>();
        for (Node.Entry other : map.entries()) {
            if (!other.equals(own)) {
                elsewhere.putAll(LaterNames.births(other.value()));
            }
        }
        return elsewhere;
    }
}
