package io.github.mmaplab.cli.select;

import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.file.WholeFile;
import io.github.mmaplab.scenario.model.CaseRow;
import io.github.mmaplab.scenario.model.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What failed when it was last played from this folder. It is noted in the user's folder for such things,
 * {@code $XDG_CACHE_HOME/mmaplab} or {@code ~/.cache/mmaplab}, and only while something fails. A scenario is known by its
 * file, its title and its row, so that it is found again after the file was edited above it.
 */
public final class LastFailed {
    private final Path folder;
    /** Null where there is no place to note anything. */
    private final @Nullable Path file;
    /** Whether anything may be noted. */
    private final boolean there;

    private @Nullable Set<String> known;
    private boolean changed;

    private LastFailed(Path folder, @Nullable Path file) {
        this.folder = folder;
        this.file = file;
        this.there = file != null && file.toFile().exists();
    }

    /** What failed before from this folder. */
    public static LastFailed of(Host host) {
        Path folder = host.folder().toAbsolutePath().normalize();
        Path cache = cache(host);
        String name = Integer.toHexString(folder.toString().hashCode());
        return new LastFailed(
                folder, cache == null ? null : cache.resolve("mmaplab").resolve("last-failed-" + name));
    }

    private static @Nullable Path cache(Host host) {
        try {
            Path cache = Path.of(host.variable("XDG_CACHE_HOME"));
            if (cache.isAbsolute()) {
                return cache;
            }
            return host.variable("HOME").isEmpty() ? null : Path.of(host.variable("HOME"), ".cache");
        } catch (InvalidPathException e) {
            return null;
        }
    }

    /**
     * Says that what failed must be known.
     *
     * @throws UsageException if it can't be, for there is no place to note it
     */
    void require() throws UsageException {
        if (file == null) {
            throw new UsageException(
                    "there is no folder for the list of failed scenarios",
                    "set HOME, or set XDG_CACHE_HOME to a writable folder");
        }
    }

    /** Whether it failed when it was last played. */
    boolean failed(Scenario scenario) {
        return known().contains(key(scenario));
    }

    /** Notes what came of a scenario that was played. */
    public void note(Scenario scenario, boolean failed) {
        if (file != null && (failed || there)) {
            changed |= failed ? known().add(key(scenario)) : known().remove(key(scenario));
        }
    }

    private Set<String> known() {
        if (known == null) {
            known = read();
        }
        return known;
    }

    /** What is noted; the first line names the folder, for two folders may have the same file. */
    private Set<String> read() {
        try {
            if (file != null && there) {
                List<String> lines = Files.readAllLines(file);
                if (!lines.isEmpty() && lines.get(0).equals(folder.toString())) {
                    return new LinkedHashSet<>(lines.subList(1, lines.size()));
                }
            }
        } catch (IOException e) {
            // what can't be read is as good as not there: everything is played
        }
        return new LinkedHashSet<>();
    }

    /** Writes the list of failed scenarios, if any failed. A list that can't be written does no harm. */
    public void save() {
        if (file == null || known == null || !changed) {
            return;
        }
        try {
            if (known.isEmpty()) {
                Files.deleteIfExists(file);
                return;
            }
            Files.createDirectories(file.resolveSibling("").toAbsolutePath());
            WholeFile.write(file, folder + "\n" + String.join("\n", known) + "\n");
        } catch (IOException e) {
            // the next run with --last-failed plays everything
        }
    }

    private String key(Scenario scenario) {
        String place =
                folder.resolve(scenario.span().source().name()).normalize().toString();
        String row = scenario.row().map(CaseRow::number).map(String::valueOf).orElse("");
        return (place + '\t' + row + '\t' + scenario.title()).replace('\n', ' ').replace('\r', ' ');
    }
}
