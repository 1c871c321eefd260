package io.github.mmaplab.scenario.decode;

import io.github.mmaplab.abi.Call;
import io.github.mmaplab.abi.FileCall;
import io.github.mmaplab.scenario.syntax.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the names of files that steps give. They are known from the beginning, because a name without a file can be looked at:
 * nothing has it.
 */
final class NewFileNames {
    private final Scope scope;

    NewFileNames(Scope scope) {
        this.scope = scope;
    }

    /** Adds the names that the steps of a list give to files. */
    void add(@Nullable Node steps) {
        for (Node step : steps instanceof Node.Sequence list ? list.items() : List.<Node>of()) {
            for (Node.Entry verb : step instanceof Node.Mapping map ? map.entries() : List.<Node.Entry>of()) {
                Call call = CallVerbs.call(verb.key().text());
                if (call == FileCall.CREATE) {
                    addName(verb.value());
                } else if (call == FileCall.RENAME || call == FileCall.LINK) {
                    entries(verb.value()).forEach(target -> addName(target.value()));
                } else if (verb.key().text().equals(Steps.CONCURRENTLY)) {
                    entries(verb.value()).forEach(branch -> add(branch.value()));
                }
            }
        }
    }

    private static List<Node.Entry> entries(Node node) {
        return node instanceof Node.Mapping map ? map.entries() : List.of();
    }

    private void addName(Node node) {
        if (node instanceof Node.Scalar name && !name.isAbsent() && !scope.hasFile(name.text())) {
            scope.addFile(name);
        }
    }
}
