package io.github.mmaplab.junit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.DiscoverySelectors;

/** A container that knows what may stand below it, of which a request selects a part. */
interface Group extends TestDescriptor {
    /** All that may stand below it, in the order of the file. */
    List<TestDescriptor> members();

    /** The member of that id. */
    default Optional<TestDescriptor> member(UniqueId id) {
        return members().stream()
                .filter(member -> member.getUniqueId().equals(id))
                .findFirst();
    }

    /** What selects all of it. */
    default Set<DiscoverySelector> expand() {
        Set<DiscoverySelector> selectors = new LinkedHashSet<>();
        for (TestDescriptor member : members()) {
            selectors.add(DiscoverySelectors.selectUniqueId(member.getUniqueId()));
        }
        return selectors;
    }

    /** Puts what was selected, in whatever order, into that of the file. */
    static void sort(TestDescriptor node) {
        if (node instanceof Group group) {
            List<TestDescriptor> members = group.members();
            node.orderChildren(children -> {
                List<TestDescriptor> sorted = new ArrayList<>(children);
                sorted.sort(Comparator.comparingInt(members::indexOf));
                return sorted;
            });
        }
    }
}
