package io.github.mmaplab.junit;

import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.file.FolderSearch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DirectorySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.discovery.SelectorResolver;

/** Resolves folders: the scenario files in them, at any depth. */
final class FolderResolver implements SelectorResolver {
    static final String TYPE = "folder";

    private static final String SEARCHED = "a folder is searched for files named *" + FolderSearch.ENDING
            + "; if the folder belongs to another engine, exclude this one with @ExcludeEngines(\"" + ScenarioEngine.ID
            + "\")";

    private final Library library;

    FolderResolver(Library library) {
        this.library = library;
    }

    @Override
    public Resolution resolve(DirectorySelector selector, Context context) {
        Path folder = selector.getPath();
        Set<DiscoverySelector> found = new LinkedHashSet<>();
        List<ProblemsNode> problems = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            problems.add(library.folder(
                    folder, "is there", Code.UNREADABLE_FILE, "there is no such folder", "check the path"));
        } else if (!search(folder, found, problems) && problems.isEmpty()) {
            problems.add(library.folder(
                    folder, "has scenarios", Code.NO_SCENARIOS, "there is no scenario in this folder", SEARCHED));
        }
        for (ProblemsNode problem : problems) {
            context.addToParent(engine -> Optional.of(problem));
        }
        return found.isEmpty() ? Resolution.match(Match.exact(problems.get(0))) : Resolution.selectors(found);
    }

    private boolean search(Path folder, Set<DiscoverySelector> found, List<ProblemsNode> problems) {
        FolderSearch.Finds finds = new FolderSearch.Finds() {
            @Override
            public void file(Path path, String name) {
                found.add(DiscoverySelectors.selectFile(path.toFile()));
            }

            @Override
            public void unreadable(String prefix, IOException why) {
                String message = "the folder can't be read: " + why;
                problems.add(library.folder(
                        folder.resolve(prefix), "can be read", Code.UNREADABLE_FILE, message, "check its permissions"));
            }
        };
        return new FolderSearch(finds).search(folder, "");
    }
}
