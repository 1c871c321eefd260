package io.github.mmaplab.release;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.tool.NeedsTool;
import io.github.mmaplab.tool.Tool;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The archives for all systems. */
final class ArchivesTest {
    @TempDir
    private Path temporary;

    private User user;
    private Path installed;

    @BeforeEach
    void unpack() throws Exception {
        user = new User(temporary);
        Path place = Files.createDirectory(temporary.resolve("a place"));
        user.output("tar", "-xzf", Release.TAR.toString(), "-C", place.toString());
        installed = place.resolve("mmaplab-" + Release.VERSION);
        assertThat(place).isDirectoryContaining(installed::equals);
        user.link(installed.resolve("mmaplab"));
    }

    @AfterEach
    void wait_for_what_runs_in_the_background() throws Exception {
        User.awaitBackground(temporary);
    }

    @Test
    @NeedsTool(Tool.NODE)
    void writes_the_playground() throws Exception {
        assertThat(user.output("mmaplab", "site", "public/play")).startsWith("wrote 5 files to public/play");
        assertThat(user.desk().resolve("public/play/index.html")).content().contains("src=\"site.js\"");
        assertThat(user.desk().resolve("public/play/site.js")).isNotEmptyFile();
        assertThat(user.desk().resolve("public/play/library.js")).content().contains("first-store-copies-one-page");
    }

    @Test
    void runs_through_a_link_on_the_path() throws Exception {
        assertThat(user.output("mmaplab", "--version")).startsWith("mmaplab " + Release.VERSION + " (Java ");
        user.output("mmaplab", "init", "cow.scenario.yaml");
        assertThat(user.output("mmaplab", "run", "cow.scenario.yaml")).contains("scenario passed");
        Files.writeString(
                user.desk().resolve("wrong.scenario.yaml"),
                Files.readString(user.desk().resolve("cow.scenario.yaml"))
                        .replace("hello", "hullo")
                        .replaceFirst("hullo", "hello"));
        assertThat(user.run("mmaplab", "run", "wrong.scenario.yaml").exitCode()).isEqualTo(1);
    }

    @Test
    void contains_the_library_of_scenarios() throws Exception {
        assertThat(user.output("mmaplab", "list", installed.resolve("scenarios").toString())
                        .lines())
                .hasSameSizeAs(user.output(
                                "mmaplab",
                                "list",
                                Release.CHECKOUT.resolve("scenarios").toString())
                        .lines()
                        .toList());
        assertThat(user.output(
                        "mmaplab", "run", installed.resolve("scenarios/fork").toString()))
                .contains("scenarios passed");
    }

    @Test
    void works_where_its_folder_cannot_be_written_and_has_its_cache_at_home() throws Exception {
        // with fewer scenarios, the cache is made sooner
        Path kinds = Files.move(installed.resolve("scenarios/kinds"), temporary.resolve("kinds"));
        user.output("rm", "-r", installed.resolve("scenarios").toString());
        Files.move(kinds, Files.createDirectory(installed.resolve("scenarios")).resolve("kinds"));
        Map<String, String> before = content(installed);
        Path home = Files.createDirectory(temporary.resolve("home"));
        user.with("HOME", home.toString());
        user.output("chmod", "-R", "a-w", installed.toString());
        try {
            user.output("mmaplab", "--version");
            User.awaitBackground(temporary);
            Path caches = home.resolve(".cache/mmaplab" + installed.toRealPath() + "/mmaplab-caches");
            assertThat(caches).isDirectoryContaining("glob:**.{jsa,aot}");
            assertThat(user.output(
                            "mmaplab",
                            "run",
                            installed.resolve("scenarios/kinds").toString()))
                    .contains("passed");
            assertThat(content(installed)).isEqualTo(before);
        } finally {
            user.output("chmod", "-R", "u+w", installed.toString());
        }
    }

    @Test
    void says_what_is_missing_without_java() throws Exception {
        user.with("JAVA_HOME", "").with("PATH", "/nowhere");
        User.Run run = user.run(installed.resolve("mmaplab").toString(), "--version");
        assertThat(run.exitCode()).isEqualTo(70);
        assertThat(run.err()).contains("no java found; install a JDK of version 17 or newer");
    }

    @Test
    void contains_what_the_program_prints_about_itself() throws Exception {
        Path share = installed.resolve("share");
        assertThat(share.resolve("man/man1/mmaplab.1")).hasContent(user.output("mmaplab", "man"));
        Map<String, String> completions = Map.of(
                "bash", "bash-completion/completions/mmaplab",
                "zsh", "zsh/site-functions/_mmaplab",
                "fish", "fish/vendor_completions.d/mmaplab.fish");
        for (Map.Entry<String, String> completion : completions.entrySet()) {
            assertThat(share.resolve(completion.getValue()))
                    .hasContent(user.output("mmaplab", "completion", completion.getKey()));
        }
    }

    @Test
    void contains_licences_and_documentation() throws IOException {
        for (String name : List.of("LICENSE", "README.md", "CHANGELOG.md", "docs/language.md")) {
            assertThat(installed.resolve(name)).hasSameBinaryContentAs(Release.CHECKOUT.resolve(name));
        }
        assertThat(installed.resolve("NOTICE")).content().contains("snakeyaml", "pcollections");
    }

    @Test
    void the_zip_archive_contains_the_same() throws Exception {
        try (FileSystem zip = FileSystems.newFileSystem(Release.ZIP, Map.of("enablePosixFileAttributes", "true"))) {
            Path root = zip.getPath("/mmaplab-" + Release.VERSION);
            assertThat(content(root)).isEqualTo(content(installed));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve("mmaplab"))))
                    .isEqualTo("rwxr-xr-x");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mac OS X", "Windows 11"})
    void says_on_other_systems_that_only_the_real_kernel_is_missing(String system) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin/java").toString();
        String jar = installed.resolve("mmaplab.jar").toString();
        String name = "-Dos.name=" + system;
        String scenario = installed.resolve("scenarios/kinds").toString();
        assertThat(user.output(java, name, "-jar", jar, "run", scenario)).contains("passed");
        for (User.Run run : List.of(
                user.run(java, name, "-jar", jar, "run", "--on", "linux", scenario),
                user.run(java, name, "-jar", jar, "compare", scenario),
                user.run(java, name, "-jar", jar, "fuzz"))) {
            assertThat(run.exitCode()).isEqualTo(64);
            assertThat(run.err())
                    .contains("the kernel of this machine is " + system + ", not Linux; everything else works here");
        }
    }

    /** Windows is not here: what is checked is what such a script gets wrong most often. */
    @Test
    void the_launcher_for_windows_starts_the_jar_beside_it() throws IOException {
        String script = Files.readString(installed.resolve("mmaplab.cmd"), US_ASCII);
        assertThat(script.lines()).hasSizeGreaterThan(10);
        assertThat(script.replace("\r\n", ""))
                .as("each line ends as on Windows")
                .doesNotContain("\r", "\n");
        assertThat(script)
                .startsWith("@echo off\r\n")
                .contains("-cp \"%~dp0mmaplab.jar\" io.github.mmaplab.cli.Main %*\r\n");
        assertThat(installed.resolve("mmaplab.jar")).isRegularFile();
        try (FileSystem jar = FileSystems.newFileSystem(installed.resolve("mmaplab.jar"))) {
            assertThat(jar.getPath("io/github/mmaplab/cli/Main.class")).exists();
        }
    }

    /** The content of each file by its path. */
    private static Map<String, String> content(Path root) throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                content.put(root.relativize(file).toString(), new String(Files.readAllBytes(file), UTF_8));
            }
        }
        return content;
    }
}
