package io.github.mmaplab.cli.grade;

import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.cli.host.Reasons;
import io.github.mmaplab.scenario.PredictionReader;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The files that students handed in. */
final class PredictionFiles {
    private final List<Handed> files = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private int others;

    private PredictionFiles() {}

    /**
     * A file that was handed in.
     *
     * @param name its path below what was named, with {@code /}
     * @param modified when it was last changed
     */
    record Handed(Path path, String name, Instant modified) {}

    /**
     * What the paths stand for: files of whatever name, and folders, which are searched for {@code *.prediction.yaml}.
     *
     * @throws UsageException if a path leads nowhere
     */
    static PredictionFiles find(List<String> written, Host host) throws UsageException {
        PredictionFiles found = new PredictionFiles();
        for (String each : written) {
            try {
                found.add(each, host.resolve(each));
            } catch (InvalidPathException e) {
                throw new UsageException("`" + each + "` is not a path: " + e.getReason());
            } catch (IOException e) {
                throw new UsageException("`" + each + "` can't be read: " + Reasons.of(e));
            }
        }
        found.files.sort(Comparator.comparing(Handed::name));
        return found;
    }

    private void add(String written, Path path) throws UsageException, IOException {
        if (Files.isDirectory(path)) {
            Files.walkFileTree(path, new Search(path));
        } else if (Files.exists(path)) {
            Path name = path.getFileName();
            files.add(new Handed(
                    path,
                    name == null ? written : name.toString(),
                    Files.getLastModifiedTime(path).toInstant()));
        } else {
            throw new UsageException("there is no file or folder `" + written + "`", "check the path");
        }
    }

    /** By name. */
    List<Handed> files() {
        return files;
    }

    /** What could not be looked into. */
    List<String> problems() {
        return problems;
    }

    /** How many files of other names there are in the folders. */
    int others() {
        return others;
    }

    private final class Search extends SimpleFileVisitor<Path> {
        private final Path top;

        Search(Path top) {
            this.top = top;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (!file.toString().endsWith(PredictionReader.ENDING)
                    || Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                others++;
            } else {
                String name = top.relativize(file).toString().replace('\\', '/');
                files.add(new Handed(file, name, attributes.lastModifiedTime().toInstant()));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            problems.add(top.relativize(file) + " can't be read: " + Reasons.of(e));
            return FileVisitResult.CONTINUE;
        }
    }
}
