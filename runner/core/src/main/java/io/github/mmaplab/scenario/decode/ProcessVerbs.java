package io.github.mmaplab.scenario.decode;

import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.scenario.model.Named;
import io.github.mmaplab.scenario.model.Step;
import io.github.mmaplab.scenario.model.StepInfo;
import io.github.mmaplab.scenario.syntax.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the verbs that make and end processes. */
final class ProcessVerbs {
    private final Values values;
    private final Scope scope;
    private final Locations locations;
    private final Targets targets;

    ProcessVerbs(Values values, Scope scope, Locations locations, Targets targets) {
        this.values = values;
        this.scope = scope;
        this.locations = locations;
        this.targets = targets;
    }

    Step fork(StepInfo info, Node.Scalar verb, Node value) {
        List<Step.Fork.Target> forks = new ArrayList<>();
        List<Targets.Target> parents = targets.map(verb, value, "{ parent: child }");
        if (parents.isEmpty()) {
            scope.markIncomplete();
        }
        for (Targets.Target target : parents) {
            Named parent = locations.process(target.name());
            List<Named> children = children(target);
            if (parent != null && !children.isEmpty()) {
                forks.add(new Step.Fork.Target(parent, children));
            }
        }
        return new Step.Fork(info, forks);
    }

    /** The children of a process, also of one that is unknown: later steps may speak of them. */
    private List<Named> children(Targets.Target target) {
        List<Named> children = new ArrayList<>();
        for (Node.Scalar child : childNames(target)) {
            if (scope.fork(target.name().text(), child)) {
                children.add(new Named(child.text(), child.span()));
            }
        }
        return children;
    }

    private List<Node.Scalar> childNames(Targets.Target target) {
        Node argument = target.argument();
        if (argument instanceof Node.Sequence list) {
            List<Node.Scalar> names = new ArrayList<>();
            for (Node item : list.items()) {
                Node.Scalar name = childName(item);
                if (name != null) {
                    names.add(name);
                }
            }
            if (list.items().isEmpty()) {
                values.problems()
                        .add(Code.NOTHING_GIVEN, list.span(), "there is no child in this list", "name at least one");
            }
            return names;
        }
        Node.Scalar name = argument == null ? null : childName(argument);
        return name == null ? List.of() : List.of(name);
    }

    private Node.@Nullable Scalar childName(Node node) {
        Node.Scalar name = values.shapes().scalar(node, "a child", "its name: `fork: { parent: child }`");
        if (name == null) {
            scope.markIncomplete();
        }
        return name;
    }

    @Nullable
    Step exec(StepInfo info, Node.Scalar verb, Node value) {
        Named process = process(verb, value);
        return process == null ? null : new Step.Exec(info, process);
    }

    @Nullable
    Step kill(StepInfo info, Node.Scalar verb, Node value) {
        Named process = process(verb, value);
        return process == null ? null : new Step.Kill(info, process);
    }

    private @Nullable Named process(Node.Scalar verb, Node value) {
        Node.Scalar name = values.shapes()
                .scalar(value, "what `" + verb.text() + "` is applied to", "`" + verb.text() + ": child`");
        return name == null ? null : locations.process(name);
    }

    Step exit(StepInfo info, Node.Scalar verb, Node value) {
        List<Step.Exit.Target> exits = new ArrayList<>();
        for (Targets.Target target : targets.bareOrMap(verb, value, "{ child: 3 }")) {
            Named process = locations.process(target.name());
            Node argument = target.argument();
            Integer code = argument == null ? Integer.valueOf(0) : values.exitCode(argument, "an exit code");
            if (process != null && code != null) {
                exits.add(new Step.Exit.Target(process, code, target.span()));
            }
        }
        return new Step.Exit(info, exits);
    }
}
