package io.github.mmaplab.junit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.platform.engine.EngineDiscoveryListener;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.junit.platform.engine.support.hierarchical.Node;

/** The engine in the tree of tests, with the files below it. */
final class EngineNode extends EngineDescriptor implements Node<Simulation> {
    private final Library library;
    private final List<ProblemsNode> problems = new ArrayList<>();

    EngineNode(UniqueId id, EngineDiscoveryListener listener) {
        super(id, "mmaplab");
        this.library = new Library(id, listener);
    }

    Library library() {
        return library;
    }

    /** Called when all selected tests have been found, before filters remove some. */
    void markComplete() {
        for (TestDescriptor node : getDescendants()) {
            if (node instanceof ProblemsNode problem) {
                problems.add(problem);
            }
        }
    }

    /**
     * Fails if a filter (by tags, for example) removed the test that reports what is wrong with a file. It is not known
     * whether the file contains scenarios that the filter was to select.
     */
    @Override
    public void after(Simulation simulation) {
        Set<? extends TestDescriptor> left = getDescendants();
        StringBuilder message = new StringBuilder();
        for (ProblemsNode problem : problems) {
            if (!left.contains(problem)) {
                message.append(message.length() == 0 ? "" : "\n\n").append(problem.message());
            }
        }
        if (message.length() > 0) {
            throw new ScenarioException(message.toString());
        }
    }
}
