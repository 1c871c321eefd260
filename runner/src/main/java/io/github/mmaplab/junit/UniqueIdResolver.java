package io.github.mmaplab.junit;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.discovery.UniqueIdSelector;
import org.junit.platform.engine.support.discovery.SelectorResolver;

/** Resolves unique ids from earlier runs, and those that other resolvers return. */
final class UniqueIdResolver implements SelectorResolver {
    private final Library library;

    UniqueIdResolver(Library library) {
        this.library = library;
    }

    @Override
    public Resolution resolve(UniqueIdSelector selector, Context context) {
        UniqueId id = selector.getUniqueId();
        UniqueId.Segment last = id.getLastSegment();
        return switch (last.getType()) {
            case "engine" -> Resolution.unresolved();
            case ScenarioSource.OfFile.TYPE -> FileResolver.resolution(library.file(Path.of(last.getValue())), context);
            case ScenarioSource.OfResource.TYPE ->
                ResourceResolver.find(DiscoverySelectors.selectClasspathResource(last.getValue()))
                        .map(resource -> FileResolver.resolution(library.resource(resource), context))
                        .orElse(Resolution.unresolved());
            case FolderResolver.TYPE ->
                Resolution.selectors(Set.of(DiscoverySelectors.selectDirectory(last.getValue())));
            default -> member(id, context);
        };
    }

    private static Resolution member(UniqueId id, Context context) {
        Optional<TestDescriptor> added = context.addToParent(
                () -> DiscoverySelectors.selectUniqueId(id.removeLastSegment()),
                parent -> parent instanceof Group group ? group.member(id) : Optional.empty());
        if (added.isEmpty()) {
            return Resolution.unresolved();
        }
        return Resolution.match(
                added.get() instanceof Group group ? Match.exact(group, group::expand) : Match.exact(added.get()));
    }
}
