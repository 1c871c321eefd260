package io.github.mmaplab.junit;

import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.diagnostic.DiagnosticPrinter;
import io.github.mmaplab.diagnostic.Palette;
import java.util.List;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.hierarchical.Node;

/** A test that fails because of a file or folder, so that the problem counts and all other tests still run. */
final class ProblemsNode extends AbstractTestDescriptor implements Node<Simulation> {
    private final String message;

    private ProblemsNode(UniqueId id, String displayName, TestSource source, String message) {
        super(id, displayName, source);
        this.message = message;
    }

    /** A test that reports these problems. */
    static ProblemsNode of(List<Diagnostic> problems, UniqueId id, String displayName, TestSource source) {
        return new ProblemsNode(id, displayName, source, new DiagnosticPrinter(Palette.PLAIN).printAll(problems));
    }

    String message() {
        return message;
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
