package io.github.mmaplab.junit;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.discovery.FilePosition;
import org.junit.platform.engine.discovery.UriSelector;
import org.junit.platform.engine.support.descriptor.ClasspathResourceSource;
import org.junit.platform.engine.support.discovery.SelectorResolver;

/** Resolves {@code file:} and {@code classpath:} URIs, with or without {@code ?line=}. */
final class UriResolver implements SelectorResolver {

    @Override
    public Resolution resolve(UriSelector selector, Context context) {
        URI uri = selector.getUri();
        Optional<FilePosition> position = FilePosition.fromQuery(uri.getQuery());
        if (ClasspathResourceSource.CLASSPATH_SCHEME.equals(uri.getScheme()) && uri.getPath() != null) {
            return Resolution.selectors(
                    Set.of(DiscoverySelectors.selectClasspathResource(uri.getPath(), position.orElse(null))));
        }
        if (!"file".equals(uri.getScheme()) || uri.getPath() == null) {
            return Resolution.unresolved();
        }
        Path path = Path.of(URI.create("file://" + uri.getRawPath()));
        return Resolution.selectors(Set.of(
                Files.isDirectory(path)
                        ? DiscoverySelectors.selectDirectory(path.toFile())
                        : DiscoverySelectors.selectFile(path.toFile(), position.orElse(null))));
    }
}
