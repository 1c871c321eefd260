package io.github.mmaplab.junit;

import io.github.mmaplab.file.FolderSearch;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.platform.commons.PreconditionViolationException;
import org.junit.platform.commons.io.Resource;
import org.junit.platform.engine.discovery.ClasspathResourceSelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.discovery.SelectorResolver;

/** Resolves resources of the class path, to a file if there is one, so that tools can open it. */
final class ResourceResolver implements SelectorResolver {
    private final Library library;

    ResourceResolver(Library library) {
        this.library = library;
    }

    @Override
    public Resolution resolve(ClasspathResourceSelector selector, Context context) {
        if (!selector.getClasspathResourceName().endsWith(FolderSearch.ENDING)) {
            return Resolution.unresolved();
        }
        Optional<Resource> found = find(selector);
        if (found.isEmpty()) {
            return Resolution.unresolved();
        }
        Resource resource = found.get();
        return "file".equals(resource.getUri().getScheme())
                ? Resolution.selectors(Set.of(DiscoverySelectors.selectFile(
                        Path.of(resource.getUri()).toFile(),
                        selector.getPosition().orElse(null))))
                : FileResolver.resolution(library.resource(resource), selector.getPosition(), context);
    }

    /** The first one on the class path, like a class loader. */
    static Optional<Resource> find(ClasspathResourceSelector selector) {
        try {
            return selector.getResources().stream().findFirst();
        } catch (PreconditionViolationException missing) {
            return Optional.empty();
        }
    }
}
