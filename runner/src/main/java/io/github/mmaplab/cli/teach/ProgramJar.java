package io.github.mmaplab.cli.teach;

import io.github.mmaplab.cli.arguments.Arguments;
import io.github.mmaplab.cli.arguments.Syntax;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.file.Reasons;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipException;

/** The jar with this whole program, to be started elsewhere. */
public final class ProgramJar {
    private static final String WAY_OUT = "`./mmaplab` builds it, as runner/target/mmaplab.jar";

    private ProgramJar() {}

    /** Adds the option. */
    public static Syntax addTo(Syntax syntax) {
        return syntax.value("jar", "FILE", "the program to package; the default is the one that is running");
    }

    /**
     * The jar that the option names, otherwise the running one.
     *
     * @param main the main class
     * @throws UsageException if there is none, or it is not of this program
     */
    public static Path of(Arguments arguments, Class<?> main, Host host) throws UsageException {
        String written = arguments.only("jar", "name one");
        if (written == null) {
            Path running = running(main);
            if (!Files.isRegularFile(running)) {
                throw new UsageException(
                        "the program is not running from its jar",
                        "start it with `./mmaplab`, or name the jar with `--jar`");
            }
            return running;
        }
        try {
            Path jar = host.resolve(written);
            check(jar, written, main);
            return jar;
        } catch (IOException e) {
            throw new UsageException("`" + written + "` can't be read: " + Reasons.of(e), WAY_OUT);
        }
    }

    private static void check(Path jar, String written, Class<?> main) throws UsageException, IOException {
        if (!Files.exists(jar)) {
            throw new UsageException("there is no file `" + written + "`", WAY_OUT);
        }
        if (!Files.isRegularFile(jar)) {
            throw new UsageException("`" + written + "` is not a file", WAY_OUT);
        }
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            String begins =
                    manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.MAIN_CLASS);
            if (!main.getName().equals(begins)) {
                throw new UsageException(
                        "`" + written + "` is not mmaplab's program: its manifest names "
                                + (begins == null ? "no main class" : "the main class " + begins),
                        WAY_OUT);
            }
        } catch (ZipException e) {
            throw new UsageException("`" + written + "` is not a jar: " + e.getMessage(), WAY_OUT);
        }
    }

    private static Path running(Class<?> main) throws UsageException {
        CodeSource source = main.getProtectionDomain().getCodeSource();
        try {
            return Path.of(source.getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new UsageException("the program's jar can't be found: " + e.getReason(), "name it with `--jar`");
        }
    }
}
