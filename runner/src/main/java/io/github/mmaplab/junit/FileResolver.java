package io.github.mmaplab.junit;

import io.github.mmaplab.file.FolderSearch;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.platform.engine.discovery.FilePosition;
import org.junit.platform.engine.discovery.FileSelector;
import org.junit.platform.engine.support.discovery.SelectorResolver;

/** Resolves files, and scenarios at a line of a file. */
final class FileResolver implements SelectorResolver {
    private final Library library;

    FileResolver(Library library) {
        this.library = library;
    }

    @Override
    public Resolution resolve(FileSelector selector, Context context) {
        Path path = selector.getPath();
        return path.toString().endsWith(FolderSearch.ENDING)
                ? resolution(library.file(path), selector.getPosition(), context)
                : Resolution.unresolved();
    }

    /** The tests at a position of a file, or all of its tests. */
    static Resolution resolution(FileNode file, Optional<FilePosition> position, Context context) {
        return position.isPresent()
                ? Resolution.selectors(file.at(position.get().getLine()))
                : resolution(file, context);
    }

    /** All tests of a file. */
    static Resolution resolution(FileNode file, Context context) {
        Optional<FileNode> added = context.addToParent(engine -> Optional.of(file));
        return added.isEmpty() ? Resolution.unresolved() : Resolution.match(Match.exact(file, file::expand));
    }
}
