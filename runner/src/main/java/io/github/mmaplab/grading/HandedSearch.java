package io.github.mmaplab.grading;

import io.github.mmaplab.file.Reasons;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks for predictions among what students handed in, who may have put anything there: links are not followed, for they
 * lead to what the grader may read and students may not; nothing but regular files is opened; what is hidden, such as
 * {@code .git} and what a Mac puts into an archive, is not looked at.
 */
public final class HandedSearch {
    private final HandedNames names = new HandedNames();
    private final List<String> problems = new ArrayList<>();
    private final Listing renamed = new Listing();
    private final Listing others = new Listing();
    private final Listing links = new Listing();

    /**
     * Looks for files at a path: a file of any name, or a folder, which is searched. A file that is reached twice is
     * found once. A link is followed if it is written with a slash at its end, as in other programs.
     *
     * @param written the path as the user wrote it
     */
    public void add(String written, Path path) throws IOException {
        if (Files.isSymbolicLink(path) && !written.endsWith("/")) {
            problems.add("`" + written + "` is a symbolic link, and links are not followed: name its target"
                    + (Files.isDirectory(path) ? ", or write `" + written + "/`" : ""));
            return;
        }
        Path real = path.toRealPath();
        BasicFileAttributes attributes = Files.readAttributes(real, BasicFileAttributes.class);
        if (attributes.isDirectory()) {
            Files.walkFileTree(real, new Folder(written.endsWith("/") ? written : written + "/", real));
        } else {
            file(written, real, attributes);
        }
    }

    private void file(String written, Path path, BasicFileAttributes attributes) {
        if (!attributes.isRegularFile()) {
            notRegular(written, attributes);
            return;
        }
        String below = String.valueOf(path.getFileName());
        String top = written.endsWith(below) ? written.substring(0, written.length() - below.length()) : "";
        names.add(path, top, below, attributes.lastModifiedTime().toInstant(), 2);
    }

    private void notRegular(String name, BasicFileAttributes attributes) {
        problems.add(name
                + (attributes.isSymbolicLink()
                        ? " is a symbolic link, and links are not followed"
                        : " is not a regular file: it is not opened"));
    }

    /** The files, by name. */
    public List<Handed> files() {
        List<Handed> files = names.distinct();
        files.sort(Comparator.comparing(Handed::name));
        return files;
    }

    /** What may have been handed in and is not graded: it can't be read, or may not be opened. */
    public List<String> problems() {
        return problems;
    }

    /** Notes on the names of files. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        renamed.tell("graded, although not named *" + PredictionName.ENDING, notes);
        others.tell(
                "not graded, because it is not a prediction", "not graded, because they are not predictions", notes);
        links.tell("a symbolic link is not followed", "symbolic links are not followed", notes);
        return notes;
    }

    private final class Folder extends SimpleFileVisitor<Path> {
        private final String written;
        private final Path top;

        Folder(String written, Path top) {
            this.written = written;
            this.top = top;
        }

        private String below(Path path) {
            return top.relativize(path).toString().replace(path.getFileSystem().getSeparator(), "/");
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return !folder.equals(top) && PredictionName.isHidden(folder)
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (PredictionName.isHidden(file)) {
                return FileVisitResult.CONTINUE;
            }
            PredictionName name = PredictionName.of(file);
            if (!attributes.isRegularFile()) {
                irregular(below(file), name, attributes);
                return FileVisitResult.CONTINUE;
            }
            try {
                regular(file, name, attributes);
                return FileVisitResult.CONTINUE;
            } catch (IOException e) {
                return visitFileFailed(file, e);
            }
        }

        private void irregular(String below, PredictionName name, BasicFileAttributes attributes) {
            if (name.kind() == PredictionName.Kind.USUAL || name.kind() == PredictionName.Kind.RENAMED) {
                notRegular(below, attributes);
            } else {
                (attributes.isSymbolicLink() ? links : others).add(below);
            }
        }

        private void regular(Path file, PredictionName name, BasicFileAttributes attributes) throws IOException {
            String below = below(file);
            if (!name.isPrediction(file)) {
                others.add(below);
                return;
            }
            if (name.kind() != PredictionName.Kind.USUAL) {
                renamed.add(below);
            }
            int depth = file.getNameCount() - top.getNameCount() + 1;
            names.add(file, written, below, attributes.lastModifiedTime().toInstant(), depth);
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            problems.add((file.equals(top) ? written : below(file)) + " can't be read: " + Reasons.of(e));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
            return e == null ? FileVisitResult.CONTINUE : visitFileFailed(folder, e);
        }
    }
}
