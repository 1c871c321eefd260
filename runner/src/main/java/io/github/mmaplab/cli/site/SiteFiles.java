package io.github.mmaplab.cli.site;

import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.file.Reasons;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The files of the playground, which the build makes as an archive beside the program's jar. */
public final class SiteFiles {
    /** Beside the jar of an installation; beside the folder of the jar where the program was built. */
    private static final List<String> PLACES = List.of(
            "mmaplab-site.jar", "../browser/target/mmaplab-site.jar", "../../../browser/target/mmaplab-site.jar");

    private SiteFiles() {}

    /**
     * The content of each file by its name.
     *
     * @throws UsageException if this copy of mmaplab was built without them
     */
    public static Map<String, byte[]> all() throws UsageException {
        try {
            Optional<Path> archive = archive();
            if (archive.isEmpty()) {
                throw new UsageException(
                        "this copy of mmaplab was built without the playground",
                        "`mvn -Prelease -Dmaven.test.skip package` in the folder of the project builds it; releases have it");
            }
            return read(archive.get());
        } catch (IOException e) {
            throw new UsageException("the files of the playground can't be read: " + Reasons.of(e));
        }
    }

    private static Optional<Path> archive() throws IOException {
        Path folder;
        try {
            folder = Path.of(SiteFiles.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toRealPath()
                    .resolveSibling("");
        } catch (URISyntaxException e) {
            throw new IOException("the place of the program is " + e.getInput(), e);
        }
        return PLACES.stream().map(folder::resolve).filter(Files::isRegularFile).findFirst();
    }

    private static Map<String, byte[]> read(Path archive) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (InputStream in = Files.newInputStream(archive);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory() && entry.getName().indexOf('/') < 0) {
                    files.put(entry.getName(), zip.readAllBytes());
                }
            }
        }
        return files;
    }
}
