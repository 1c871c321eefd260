package io.github.mmaplab.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The catalog for JBang. That the program runs with what it names is tested in {@code runner/src/it/jbang}. */
final class JbangCatalogTest {
    /** What JBang knows of an alias. */
    private static final List<String> KNOWN = List.of(
            "script-ref",
            "description",
            "arguments",
            "java-options",
            "sources",
            "files",
            "dependencies",
            "repositories",
            "classpaths",
            "properties",
            "java",
            "main");

    private static final Path RUNNER = Release.CHECKOUT.resolve("runner/pom.xml");

    private static Tree alias() throws IOException {
        return Tree.read(Release.CHECKOUT.resolve("jbang-catalog.json"))
                .at("aliases")
                .at("mmaplab");
    }

    @Test
    void says_only_what_jbang_understands() throws IOException {
        assertThat(Tree.read(Release.CHECKOUT.resolve("jbang-catalog.json")).keys())
                .isEqualTo(Set.of("aliases"));
        assertThat(KNOWN)
                .containsAll(alias().keys().stream().map(String::valueOf).toList());
    }

    @Test
    void names_our_artifact_and_the_oldest_java() throws Exception {
        assertThat(alias().at("script-ref").value()).isEqualTo("io.github.mmaplab:mmaplab:" + Release.VERSION);
        assertThat(alias().at("java").value()).isEqualTo(Release.property("release.java") + "+");
    }

    /** The libraries of the command line are optional, so nothing that depends on mmaplab gets them. */
    @Test
    void adds_the_optional_libraries_in_the_versions_of_the_build() throws Exception {
        Path parent = Release.CHECKOUT.resolve("pom.xml");
        List<String> optional = new ArrayList<>();
        for (String artifact :
                Poms.texts(RUNNER, "/project/dependencies/dependency[optional and not(scope)]/artifactId")) {
            String declared = "/project/dependencyManagement/dependencies/dependency[artifactId='" + artifact + "']/";
            String property = Poms.texts(parent, declared + "version").get(0).replaceAll("[${}]", "");
            optional.add(Poms.texts(parent, declared + "groupId").get(0) + ":" + artifact + ":"
                    + Poms.texts(parent, "/project/properties/" + property).get(0));
        }
        assertThat(alias().at("dependencies").value()).isEqualTo(optional).isNotEqualTo(List.of());
    }
}
