package io.github.mmaplab.junit;

import org.junit.platform.engine.EngineDiscoveryListener;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.junit.platform.engine.support.hierarchical.Node;

/** The engine in the tree of tests, with the files found below it. */
final class EngineNode extends EngineDescriptor implements Node<Simulation> {
    private final Library library;

    EngineNode(UniqueId id, EngineDiscoveryListener listener) {
        super(id, "mmaplab");
        this.library = new Library(id, listener);
    }

    Library library() {
        return library;
    }

    /**
     * Fails where a filter, by tags for instance, has taken away the test that tells what is wrong with a file: nobody knows
     * whether the file holds what the filter was to let through.
     */
    @Override
    public void after(Simulation simulation) {
        StringBuilder message = new StringBuilder();
        for (ProblemsNode problem : library.problems()) {
            if (findByUniqueId(problem.getUniqueId()).isEmpty()) {
                message.append(message.length() == 0 ? "" : "\n\n").append(problem.message());
            }
        }
        if (message.length() > 0) {
            throw new ScenarioException(message.toString());
        }
    }
}
