package io.github.mmaplab.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The artifacts as Maven Central requires them, in the repository that the build has installed them into. The projects of
 * {@code runner/src/it} are compiled and run with what is there.
 */
final class MavenArtifactsTest {
    private static final Path GROUP = Release.CHECKOUT.resolve("runner/target/it-repository/io/github/mmaplab");
    private static final Path FOLDER = GROUP.resolve("mmaplab").resolve(Release.VERSION);
    private static final Path PARENT = GROUP.resolve("mmaplab-parent")
            .resolve(Release.VERSION)
            .resolve("mmaplab-parent-" + Release.VERSION + ".pom");

    private static Path file(String ending) {
        return FOLDER.resolve("mmaplab-" + Release.VERSION + ending);
    }

    @ParameterizedTest
    @ValueSource(strings = {"groupId", "version", "url", "licenses/license/name", "licenses/license/url"})
    void the_parent_has_what_central_requires(String element) throws Exception {
        assertThat(Poms.texts(PARENT, "/project/" + element))
                .singleElement()
                .asString()
                .isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "developers/developer/name",
                "scm/connection",
                "scm/developerConnection",
                "scm/url",
                "name",
                "description"
            })
    void the_parent_has_the_rest_too(String element) throws Exception {
        assertThat(Poms.texts(PARENT, "/project/" + element))
                .singleElement()
                .asString()
                .isNotBlank();
    }

    @Test
    void the_library_inherits_it_and_has_its_own_name() throws Exception {
        Path pom = file(".pom");
        assertThat(Poms.texts(pom, "/project/parent/artifactId")).containsExactly("mmaplab-parent");
        assertThat(Poms.texts(pom, "/project/name")).containsExactly("mmaplab");
        assertThat(Poms.texts(pom, "/project/description"))
                .singleElement()
                .asString()
                .isNotBlank();
    }

    @Test
    void the_sources_are_those_of_the_core_and_of_the_rest() throws Exception {
        assertContains(
                file("-sources.jar"), "io/github/mmaplab/lab/Machine.java", "io/github/mmaplab/kernel/Kernel.java");
    }

    @Test
    void the_documentation_covers_both() throws Exception {
        assertContains(
                file("-javadoc.jar"),
                "index.html",
                "io/github/mmaplab/lab/Machine.html",
                "io/github/mmaplab/kernel/Kernel.html");
    }

    @Test
    void the_library_names_its_version_and_no_machine() throws Exception {
        try (JarFile jar = new JarFile(file(".jar").toFile())) {
            assertThat(jar.getManifest().getMainAttributes().getValue("Implementation-Version"))
                    .isEqualTo(Release.VERSION);
            assertThat(jar.getManifest().getMainAttributes().keySet())
                    .extracting(Object::toString)
                    .doesNotContain("Built-By", "Build-Jdk");
        }
    }

    private static void assertContains(Path jar, String... entries) throws Exception {
        try (FileSystem files = FileSystems.newFileSystem(jar)) {
            assertThat(List.of(entries))
                    .allSatisfy(entry -> assertThat(files.getPath(entry)).exists());
        }
    }
}
