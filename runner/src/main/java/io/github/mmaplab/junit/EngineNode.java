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
}
