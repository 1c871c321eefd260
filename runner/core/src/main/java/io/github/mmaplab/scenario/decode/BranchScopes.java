package io.github.mmaplab.scenario.decode;

import io.github.mmaplab.diagnostic.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The names where branches part and join: a branch sees what was there before, and what it makes itself; of what others
 * make, it can't know whether it is there yet. Behind the branches, all of it is.
 */
final class BranchScopes {
    private final Scope scope;
    private final Map<String, ProcessNames> before;
    private final List<Map<String, ProcessNames>> ends = new ArrayList<>();

    /** Branches that part at the point that {@code scope} has come to. */
    BranchScopes(Scope scope) {
        this.scope = scope;
        this.before = scope.copyOfProcesses();
    }

    /** Begins a branch. */
    void begin(Map<String, Span> elsewhere) {
        scope.restore(before);
        scope.setElsewhere(elsewhere);
    }

    /** Ends a branch. */
    void end() {
        ends.add(scope.copyOfProcesses());
    }

    /** Joins the branches: what each has made is there. */
    void join() {
        scope.restore(before);
        scope.setElsewhere(Map.of());
        for (Map<String, ProcessNames> end : ends) {
            scope.add(before, end);
        }
    }
}
