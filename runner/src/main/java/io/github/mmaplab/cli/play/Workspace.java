package io.github.mmaplab.cli.play;

import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.report.github.RepositoryPath;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Where GitHub Actions has checked out the repository, as {@code GITHUB_WORKSPACE} says. */
final class Workspace implements RepositoryPath {
    private final Host host;

    Workspace(Host host) {
        this.host = host;
    }

    @Override
    public String of(String file) {
        String root = host.variable("GITHUB_WORKSPACE");
        if (root.isEmpty()) {
            return file;
        }
        try {
            Path path = real(host.resolve(file));
            Path folder = real(Path.of(root));
            return path.startsWith(folder) ? folder.relativize(path).toString().replace('\\', '/') : file;
        } catch (InvalidPathException e) {
            return file;
        }
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            // a path that does not exist, or can't be reached, has no other name
            return path.toAbsolutePath().normalize();
        }
    }
}
