package io.github.mmaplab.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same jar is packaged to the same bytes for any user, in any folder, at any time. That the jars are the same is checked by
 * {@code release/reproduce}, which takes two builds from scratch.
 */
final class RepeatedBuildTest {
    @TempDir
    private Path temporary;

    @Test
    void makes_the_same_files_in_other_surroundings() throws Exception {
        Path log = temporary.resolve("log");
        ProcessBuilder build = new ProcessBuilder(
                        "sh",
                        "-c",
                        "umask 077; exec \"$@\"",
                        "sh",
                        Path.of(Release.property("maven.home"), "bin/mvn").toString(),
                        "-q",
                        "-o",
                        "-B",
                        "-f",
                        "pom.xml",
                        "-Dmaven.repo.local=" + Release.property("settings.localRepository"),
                        "-Dmaven.test.skip",
                        "-Dtexts=" + temporary.resolve("texts"),
                        "-Drelease.directory=" + temporary.resolve("release"),
                        "package")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        build.environment().put("TZ", "Asia/Kathmandu");
        build.environment().put("LC_ALL", "C");
        build.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = build.start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(log)).isZero();
        for (Path made : List.of(Release.TAR, Release.ZIP, Release.DEBIAN_PACKAGE)) {
            assertThat(temporary.resolve("release").resolve(made.getFileName())).hasSameBinaryContentAs(made);
        }
    }
}
