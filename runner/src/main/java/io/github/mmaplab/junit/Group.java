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

/** A container that knows everything that can be below it. A request selects a part of it. */
interface Group extends TestDescriptor {
    /** Everything that can be below it, in the order of the file. */
    List<TestDescriptor> members();

    /** The member with this id. */
    default Optional<TestDescriptor> member(UniqueId id) {
        return members().stream()
                .filter(member -> member.getUniqueId().equals(id))
                .findFirst();
    }

    /** What selects all members. */
    default Set<DiscoverySelector> expand() {
        Set<DiscoverySelector> selectors = new LinkedHashSet<>();
        for (TestDescriptor member : members()) {
            selectors.add(DiscoverySelectors.selectUniqueId(member.getUniqueId()));
        }
        return selectors;
    }

    /** Sorts what was selected into the order of the file. */
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
