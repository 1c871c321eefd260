package io.github.mmaplab.cli.grade;

import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.file.Reasons;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.List;

/** The files that students handed in, and what is to be told of them before they are graded. */
final class PredictionFiles {
    private final List<Handed> files;
    private final List<String> problems;
    private final List<String> notes;

    private PredictionFiles(HandedSearch search) {
        this.files = search.names().distinct();
        this.files.sort(Comparator.comparing(Handed::name));
        this.problems = search.problems();
        this.notes = search.notes();
    }

    /**
     * What the paths stand for: files of whatever name, and folders, which are searched. A file that is reached twice is
     * there once.
     *
     * @throws UsageException if a path leads nowhere
     */
    static PredictionFiles find(List<String> written, Host host) throws UsageException {
        HandedSearch search = new HandedSearch();
        for (String each : written) {
            try {
                add(each, host.resolve(each), search);
            } catch (InvalidPathException e) {
                throw new UsageException("`" + each + "` is not a path: " + e.getReason());
            } catch (IOException e) {
                throw new UsageException("`" + each + "` can't be read: " + Reasons.of(e));
            }
        }
        return new PredictionFiles(search);
    }

    /** A link that the user names is followed if it ends in a slash, as in other programs. */
    private static void add(String written, Path path, HandedSearch search) throws UsageException, IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new UsageException("there is no file or folder `" + written + "`", "check the path");
        }
        if (Files.isSymbolicLink(path) && !written.endsWith("/")) {
            search.link(written, path);
            return;
        }
        Path real = path.toRealPath();
        BasicFileAttributes attributes = Files.readAttributes(real, BasicFileAttributes.class);
        if (attributes.isDirectory()) {
            search.folder(written, real);
        } else {
            search.file(written, real, attributes);
        }
    }

    /** By name. */
    List<Handed> files() {
        return files;
    }

    /** What was handed in and is not graded: it could not be looked into, or is none that may be opened. */
    List<String> problems() {
        return problems;
    }

    /** What else is to be said of the names of files. */
    List<String> notes() {
        return notes;
    }
}
