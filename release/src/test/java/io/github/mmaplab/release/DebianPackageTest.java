package io.github.mmaplab.release;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.mmaplab.tool.NeedsTool;
import io.github.mmaplab.tool.Tool;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The package for Debian and its relatives. */
@NeedsTool(Tool.DPKG)
final class DebianPackageTest {
    private static final String DEB = Release.DEBIAN_PACKAGE.toString();

    @TempDir
    private Path temporary;

    private User user;
    private Path root;

    @BeforeEach
    void make_an_empty_root() throws IOException {
        user = new User(temporary);
        root = Files.createDirectory(temporary.resolve("root"));
    }

    @AfterEach
    void wait_for_what_runs_in_the_background() throws Exception {
        User.awaitBackground(temporary);
    }

    private void unpack() throws Exception {
        user.output("dpkg-deb", "-x", DEB, root.toString());
    }

    @Test
    void runs_where_it_is_unpacked() throws Exception {
        unpack();
        user.link(root.resolve("usr/bin/mmaplab"));
        assertThat(user.output("mmaplab", "--version")).startsWith("mmaplab " + Release.VERSION + " (Java ");
        assertThat(user.output(
                        "mmaplab",
                        "run",
                        root.resolve("usr/share/mmaplab/scenarios/kinds").toString()))
                .contains("passed");
        assertThat(user.output(
                                "mmaplab",
                                "list",
                                root.resolve("usr/share/mmaplab/scenarios").toString())
                        .lines())
                .hasSizeGreaterThan(200);
    }

    @Test
    void is_installed_and_removed_by_dpkg() throws Exception {
        assumeTrue(user.output("id", "-u").equals("0\n"), "only root can install a package");
        Path state = Files.createDirectories(root.resolve("var/lib/dpkg"));
        Files.createDirectory(state.resolve("info"));
        Files.createDirectory(state.resolve("updates"));
        Files.createFile(state.resolve("status"));
        Files.createFile(state.resolve("available"));
        user.with("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
        // no Java is installed in this root
        assertThat(user.run("dpkg", "--root=" + root, "--force-depends", "-i", DEB)
                        .exitCode())
                .isZero();
        assertThat(user.output("dpkg", "--root=" + root, "-s", "mmaplab"))
                .contains("Status: install ok installed\n", "Version: " + Release.DEBIAN_VERSION + "\n");
        assertThat(user.output("dpkg", "--root=" + root, "--verify", "mmaplab")).isEmpty();
        assertThat(user.output(root.resolve("usr/bin/mmaplab").toString(), "--version"))
                .startsWith("mmaplab " + Release.VERSION);
        user.output("dpkg", "--root=" + root, "-r", "mmaplab");
        try (Stream<Path> left = Files.list(root)) {
            assertThat(left).containsExactly(root.resolve("var"));
        }
    }

    @Test
    void has_everything_in_the_places_of_debian() throws Exception {
        unpack();
        Path share = root.resolve("usr/share");
        try (Stream<Path> folders = Files.list(share)) {
            assertThat(folders.map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrder("bash-completion", "doc", "fish", "man", "mmaplab", "zsh");
        }
        user.link(root.resolve("usr/bin/mmaplab"));
        assertThat(Files.readSymbolicLink(root.resolve("usr/bin/mmaplab")))
                .isEqualTo(Path.of("../share/mmaplab/mmaplab"));
        assertThat(unzipped(share.resolve("man/man1/mmaplab.1.gz"))).isEqualTo(user.output("mmaplab", "man"));
        assertThat(share.resolve("bash-completion/completions/mmaplab"))
                .hasContent(user.output("mmaplab", "completion", "bash"));
        assertThat(share.resolve("zsh/vendor-completions/_mmaplab"))
                .hasContent(user.output("mmaplab", "completion", "zsh"));
        assertThat(share.resolve("fish/vendor_completions.d/mmaplab.fish"))
                .hasContent(user.output("mmaplab", "completion", "fish"));
        assertThat(share.resolve("doc/mmaplab/copyright")).content().contains("Apache-2.0", "BSD-2-clause", "Expat");
        assertThat(unzipped(share.resolve("doc/mmaplab/changelog.gz")))
                .isEqualTo(Files.readString(Release.CHECKOUT.resolve("CHANGELOG.md")));
    }

    @Test
    void its_copyright_file_names_every_library_in_the_jar() throws Exception {
        unpack();
        String notice = Files.readString(Release.CHECKOUT.resolve("runner/src/main/resources/META-INF/NOTICE"));
        List<String> libraries = notice.lines()
                .filter(line -> line.startsWith("  ") && line.contains("https://"))
                .map(line -> line.strip().replaceFirst(" .*", ""))
                .toList();
        assertThat(libraries).isNotEmpty();
        assertThat(root.resolve("usr/share/doc/mmaplab/copyright")).content().contains(libraries);
    }

    @Test
    void its_changelog_begins_with_this_version_and_the_time_of_the_build() throws Exception {
        unpack();
        List<String> lines = unzipped(root.resolve("usr/share/doc/mmaplab/changelog.Debian.gz"))
                .lines()
                .toList();
        assertThat(lines.get(0)).startsWith("mmaplab (" + Release.DEBIAN_VERSION + ") ");
        String trailer = lines.stream()
                .filter(line -> line.startsWith(" -- "))
                .findFirst()
                .orElseThrow();
        String time = trailer.substring(trailer.indexOf(">  ") + 3);
        assertThat(OffsetDateTime.parse(time, DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant())
                .isEqualTo(
                        OffsetDateTime.parse(Release.property("release.time")).toInstant());
    }

    @Test
    void needs_java_and_recommends_a_compiler_for_the_real_kernel() throws Exception {
        assertThat(user.output("dpkg-deb", "-f", DEB, "Package", "Architecture", "Depends", "Recommends"))
                .isEqualTo("""
                        Package: mmaplab
                        Architecture: all
                        Depends: default-jre-headless (>= 2:1.17) | java17-runtime-headless
                        Recommends: gcc, libc6-dev
                        """);
        assertThat(user.run("dpkg", "--compare-versions", Release.DEBIAN_VERSION, "le", "0.1.0-1")
                        .exitCode())
                .as("a snapshot is earlier than its release")
                .isZero();
    }

    private static String unzipped(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
