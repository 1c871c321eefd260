package io.github.mmaplab.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The workflows of GitHub, which run only there: here, that each is one, pins what it uses, and calls what exists. */
final class WorkflowsTest {
    private static final Path FOLDER = Release.CHECKOUT.resolve(".github/workflows");

    @ParameterizedTest
    @ValueSource(strings = {"test.yml", "release.yml"})
    void is_a_workflow(String name) throws IOException {
        Tree workflow = Tree.read(FOLDER.resolve(name));
        // YAML 1.1 reads the key `on` as a truth value
        assertThat(workflow.keys()).isEqualTo(Set.of("name", true, "permissions", "jobs"));
        assertThat(workflow.at("permissions").value()).as("by default").isEqualTo(Map.of("contents", "read"));
        assertThat(workflow.at("jobs").parts()).isNotEmpty().allSatisfy(job -> {
            assertThat(job.at("runs-on").value()).isNotNull();
            assertThat(job.at("timeout-minutes").value()).isInstanceOf(Integer.class);
            assertThat(job.at("steps").parts())
                    .isNotEmpty()
                    .allSatisfy(step -> assertThat(step.keys().contains("uses"))
                            .as("%s does one thing", step)
                            .isNotEqualTo(step.keys().contains("run")));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"test.yml", "release.yml"})
    void pins_each_action_to_a_commit_and_names_its_version(String name) throws IOException {
        Pattern pinned = Pattern.compile("uses: [\\w-]+/[\\w-]+@[0-9a-f]{40} # v\\d+\\.\\d+\\.\\d+");
        assertThat(Files.readAllLines(FOLDER.resolve(name)).stream().filter(line -> line.contains("uses:")))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).containsPattern(pinned));
    }

    @ParameterizedTest
    @ValueSource(strings = {"test.yml", "release.yml"})
    void calls_scripts_that_exist(String name) throws IOException {
        for (String script : List.of(".ci/run", "release/reproduce")) {
            if (Files.readString(FOLDER.resolve(name)).contains(script)) {
                assertThat(Release.CHECKOUT.resolve(script)).isExecutable();
            }
        }
    }

    @Test
    void tests_on_the_oldest_and_the_newest_java() throws IOException {
        assertThat(Tree.read(FOLDER.resolve("test.yml"))
                        .at("jobs")
                        .at("test")
                        .at("strategy")
                        .at("matrix")
                        .value())
                .isEqualTo(Map.of("java", List.of("17", "25")));
    }

    @Test
    void a_release_begins_with_a_tag_and_may_write() throws IOException {
        Tree workflow = Tree.read(FOLDER.resolve("release.yml"));
        assertThat(workflow.at(true).value()).isEqualTo(Map.of("push", Map.of("tags", List.of("v*"))));
        assertThat(workflow.at("jobs").at("release").at("permissions").value()).isEqualTo(Map.of("contents", "write"));
    }
}
