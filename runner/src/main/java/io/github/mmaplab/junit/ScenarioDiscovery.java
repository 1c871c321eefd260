package io.github.mmaplab.junit;

import io.github.mmaplab.file.FolderSearch;
import org.junit.platform.commons.io.ResourceFilter;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.discovery.EngineDiscoveryRequestResolver;
import org.junit.platform.engine.support.discovery.EngineDiscoveryRequestResolver.InitializationContext;

/** Finds the scenarios that a request selects, with a resolver for each kind of selector. */
final class ScenarioDiscovery {
    private static final EngineDiscoveryRequestResolver<EngineNode> RESOLVER =
            EngineDiscoveryRequestResolver.<EngineNode>builder()
                    .addResourceContainerSelectorResolver(
                            ResourceFilter.of(resource -> resource.getName().endsWith(FolderSearch.ENDING)))
                    .addSelectorResolver(context -> new UriResolver())
                    .addSelectorResolver(context -> new FolderResolver(library(context)))
                    .addSelectorResolver(context -> new FileResolver(library(context)))
                    .addSelectorResolver(context -> new ResourceResolver(library(context)))
                    .addSelectorResolver(context -> new UniqueIdResolver(library(context)))
                    .addTestDescriptorVisitor(context -> Group::sort)
                    .build();

    private ScenarioDiscovery() {}

    /** Adds what {@code request} selects below an engine with this id. */
    static EngineNode discover(EngineDiscoveryRequest request, UniqueId engine) {
        EngineNode node = new EngineNode(engine, request.getDiscoveryListener());
        RESOLVER.resolve(request, node);
        node.markComplete();
        return node;
    }

    private static Library library(InitializationContext<EngineNode> context) {
        return context.getEngineDescriptor().library();
    }
}
