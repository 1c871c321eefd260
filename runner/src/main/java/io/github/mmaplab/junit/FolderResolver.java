package io.github.mmaplab.junit;

import io.github.mmaplab.scenario.FolderSearch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DirectorySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.DirectorySource;
import org.junit.platform.engine.support.discovery.SelectorResolver;

/** Resolves folders: to the scenario files in them, however deep. */
final class FolderResolver implements SelectorResolver {
    static final String TYPE = "folder";

    private final Library library;

    FolderResolver(Library library) {
        this.library = library;
    }

    @Override
    public Resolution resolve(DirectorySelector selector, Context context) {
        Path folder = selector.getPath();
        if (!Files.isDirectory(folder)) {
            return problem(folder, Paths.name(folder) + ": there is no such folder; check the path", context);
        }
        Set<DiscoverySelector> found = new LinkedHashSet<>();
        Set<ProblemsNode> problems = new LinkedHashSet<>();
        FolderSearch.Finds finds = new FolderSearch.Finds() {
            @Override
            public void file(Path path, String name) {
                found.add(DiscoverySelectors.selectFile(path.toFile()));
            }

            @Override
            public void unreadable(String prefix, IOException why) {
                Path closed = folder.resolve(prefix);
                problems.add(library.folder(closed, Paths.name(closed) + ": the folder can't be read: " + why));
            }
        };
        boolean any = new FolderSearch(finds).search(folder, "");
        for (ProblemsNode problem : problems) {
            context.addToParent(engine -> Optional.of(problem));
        }
        if (!any && problems.isEmpty()) {
            library.warn(
                    "there is no scenario in " + Paths.name(folder) + "; a folder is searched for files named *"
                            + FolderSearch.ENDING,
                    DirectorySource.from(folder.toFile()));
        }
        return Resolution.selectors(found);
    }

    private Resolution problem(Path folder, String message, Context context) {
        ProblemsNode problem = library.folder(folder, message);
        Optional<ProblemsNode> added = context.addToParent(engine -> Optional.of(problem));
        return added.isEmpty() ? Resolution.unresolved() : Resolution.match(Match.exact(problem));
    }
}
