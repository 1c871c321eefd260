package io.github.mmaplab.cli.select;

import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.diagnostic.Source;
import io.github.mmaplab.diagnostic.Suggestions;
import io.github.mmaplab.file.FolderSearch;
import io.github.mmaplab.file.Reasons;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the files that the paths on the command line name. */
public final class Finder implements FolderSearch.Finds {
    private final Host host;
    /** By real path, so that a file that is named twice is found once. */
    private final Map<Path, ScenarioFile> files = new LinkedHashMap<>();

    private final List<String> endings;
    private final FolderSearch search;

    private final List<Diagnostic> problems = new ArrayList<>();

    private Finder(Host host, List<String> endings) {
        this.host = host;
        this.endings = endings;
        this.search = new FolderSearch(this, endings);
    }

    /** What the paths name: each a file, a folder, or a file and a line. */
    public static Found find(List<String> paths, Host host) {
        return find(paths, List.of(FolderSearch.ENDING), host);
    }

    /** What the paths name; a folder names the files in it that have one of these endings. */
    public static Found find(List<String> paths, List<String> endings, Host host) {
        Finder finder = new Finder(host, endings);
        for (String path : paths) {
            finder.add(path);
        }
        return new Found(new ArrayList<>(finder.files.values()), finder.problems);
    }

    private void add(String written) {
        try {
            Path path = host.resolve(written);
            if (!written.isEmpty() && Files.exists(path)) {
                addExisting(written, path, 0);
                return;
            }
            WrittenPath withLine = WrittenPath.parse(written);
            if (withLine != null && Files.isRegularFile(host.resolve(withLine.path()))) {
                addExisting(withLine.path(), host.resolve(withLine.path()), withLine.line());
                return;
            }
            missing(written, path);
        } catch (InvalidPathException e) {
            problem(written, "this is not a path: " + e.getReason(), "check the spelling");
        }
    }

    private void addExisting(String written, Path path, int line) {
        if (!Files.isDirectory(path)) {
            addFile(path, written, line);
            return;
        }
        int known = problems.size();
        String prefix = written.equals(".") || written.equals("./") ? "" : Path.of(written) + "/";
        if (!search.search(path, prefix) && problems.size() == known) {
            problem(
                    Code.NO_SCENARIOS,
                    written,
                    "there is no scenario in this folder",
                    "a folder is searched for files named *" + String.join(", *", endings)
                            + "; pass the path of any other file itself");
        }
    }

    @Override
    public void file(Path path, String name) {
        addFile(path, name, 0);
    }

    @Override
    public void unreadable(String prefix, IOException why) {
        problem(
                prefix.isEmpty() ? "." : prefix.substring(0, prefix.length() - 1),
                "the folder can't be read: " + Reasons.of(why),
                "check its permissions");
    }

    /** Line 0 means the whole file. */
    private void addFile(Path path, String name, int line) {
        Path real = FolderSearch.real(path);
        ScenarioFile known = files.get(real);
        if (known == null) {
            files.put(real, new ScenarioFile(path, name, line == 0 ? List.of() : List.of(line)));
        } else if (!known.lines().isEmpty()) {
            List<Integer> lines = new ArrayList<>();
            if (line != 0) {
                lines.addAll(known.lines());
                lines.add(line);
            }
            files.put(real, new ScenarioFile(known.path(), known.name(), lines));
        }
    }

    private void missing(String written, Path path) {
        if (Files.isSymbolicLink(path)) {
            problem(written, "the symbolic link points to nothing", "check where it points");
            return;
        }
        String nearest = nearest(written, path);
        problem(
                written,
                "there is no such file or folder",
                nearest != null ? Suggestions.didYouMean(nearest) : "check the path");
    }

    /** A name beside the missing one that was probably meant. */
    private static @Nullable String nearest(String written, Path path) {
        Path name = path.getFileName();
        Path folder = path.toAbsolutePath().getParent();
        if (name == null || folder == null) {
            return null;
        }
        List<String> beside = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                beside.add(String.valueOf(entry.getFileName()));
            }
        } catch (IOException | DirectoryIteratorException e) {
            return null;
        }
        Collections.sort(beside);
        String nearest = Suggestions.nearest(name.toString(), beside);
        return nearest == null || !written.endsWith(name.toString())
                ? null
                : written.substring(0, written.length() - name.toString().length()) + nearest;
    }

    private void problem(String name, String message, String hint) {
        problem(Code.UNREADABLE_FILE, name, message, hint);
    }

    private void problem(Code code, String name, String message, String hint) {
        problems.add(new Diagnostic(code, new Source(name, "").span(0, 0), message, hint));
    }
}
