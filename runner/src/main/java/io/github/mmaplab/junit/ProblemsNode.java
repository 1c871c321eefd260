package io.github.mmaplab.junit;

import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.hierarchical.Node;

/** What is wrong with a file or folder: a test that says so, so that it counts, and so that the others run. */
final class ProblemsNode extends AbstractTestDescriptor implements Node<Simulation> {
    private final String message;

    ProblemsNode(UniqueId id, String displayName, @Nullable TestSource source, String message) {
        super(id, displayName, source);
        this.message = message;
    }

    @Override
    public Type getType() {
        return Type.TEST;
    }

    @Override
    public Simulation execute(Simulation simulation, DynamicTestExecutor dynamic) {
        throw new ScenarioException(message);
    }
}
