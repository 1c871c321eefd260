package io.github.mmaplab.ci;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.ci.Runner.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What docs/ci.md shows is what there is: the action's inputs, the template, the hooks. */
@Timeout(120)
class CiPageTest {
    private static final Pattern BLOCK = Pattern.compile("```yaml\n# (\\S+)\n(.*?)```", Pattern.DOTALL);

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path folder;

    /** What the page shows of a file. */
    private static YamlValue shown(String file) throws IOException {
        Matcher block = BLOCK.matcher(Files.readString(Path.of("..", "docs", "ci.md")));
        while (block.find()) {
            if (block.group(1).equals(file)) {
                return YamlValue.parse(block.group(2));
            }
        }
        throw new IOException("docs/ci.md shows no " + file);
    }

    @Test
    void the_workflow_gives_inputs_that_there_are() throws IOException {
        YamlValue with = shown(".github/workflows/scenarios.yml").at("jobs", "scenarios", "steps", 1, "with");
        assertThat(YamlValue.of("action.yml").at("inputs").keys()).containsAll(with.keys());
    }

    @Nested
    class GitLab {
        private Outcome play(Runner runner) throws IOException, InterruptedException {
            YamlValue job = YamlValue.of(".gitlab/mmaplab.yml").at(".mmaplab");
            YamlValue own = shown(".gitlab-ci.yml").at("scenarios");
            assertThat(own.at("extends").text()).isEqualTo(".mmaplab");
            job.at("variables").entries().forEach(runner::with);
            own.at("variables").entries().forEach(runner::with);
            runner.with("MMAPLAB_REPOSITORY", runner.mmaplab().toString())
                    .with("CI_PROJECT_DIR", runner.project().toString());
            return runner.bash(
                    job.at("script").items().stream().map(YamlValue::text).collect(Collectors.joining("\n")));
        }

        private Runner project() throws IOException, InterruptedException {
            return new Runner(folder)
                    .asRepository("main")
                    .file("scenarios/a.scenario.yaml", Runner.PASSING)
                    .file("scenarios/b.scenario.yaml", Runner.FAILING);
        }

        @Test
        void a_job_plays_everything_and_leaves_its_report() throws Exception {
            Runner runner = project();
            Outcome outcome = play(runner);
            assertThat(outcome.code()).isEqualTo(1);
            assertThat(outcome.out()).contains("1 scenario failed, 1 scenario passed");
            YamlValue reports = YamlValue.of(".gitlab/mmaplab.yml").at(".mmaplab", "artifacts", "reports");
            assertThat(reports.at("junit").text()).isEqualTo("mmaplab.xml");
            assertThat(Files.readString(runner.project().resolve("mmaplab.xml")))
                    .contains("<failure");
        }

        @Test
        void of_parallel_jobs_each_plays_its_part() throws Exception {
            Runner runner = project().with("CI_NODE_INDEX", "1").with("CI_NODE_TOTAL", "2");
            Outcome outcome = play(runner);
            assertThat(outcome.code()).isZero();
            assertThat(outcome.out()).contains("part 1 of 2, according to CI_NODE_INDEX: 1 of 2 scenarios");
        }
    }

    @Nested
    class PreCommit {
        private List<YamlValue> hooks() throws IOException {
            return YamlValue.of(".pre-commit-hooks.yaml").items();
        }

        @Test
        void the_configuration_names_hooks_that_there_are() throws IOException {
            List<String> ids =
                    hooks().stream().map(hook -> hook.at("id").text()).toList();
            List<YamlValue> used =
                    shown(".pre-commit-config.yaml").at("repos", 0, "hooks").items();
            assertThat(used)
                    .isNotEmpty()
                    .allMatch(hook -> ids.contains(hook.at("id").text()));
        }

        @Test
        void a_hook_finds_what_is_wrong_in_the_files_that_it_is_for() throws Exception {
            Runner runner = new Runner(folder)
                    .file("good.scenario.yaml", Runner.PASSING)
                    .file("bad.scenario.yaml", Runner.FAILING)
                    .file("broken.scenario.yaml", Runner.INVALID);
            for (YamlValue hook : hooks()) {
                assertThat("a/b.scenario.yaml").containsPattern(hook.at("files").text());
                assertThat("a/b.yaml").doesNotContainPattern(hook.at("files").text());
                // as pre-commit does with a script: the entry is looked for in the hook's own repository
                String entry = hook.at("entry").text();
                String command = runner.mmaplab().resolve(entry) + " ";
                assertThat(runner.bash(command + "broken.scenario.yaml").code())
                        .as(entry)
                        .isEqualTo(2);
                assertThat(runner.bash(command + "good.scenario.yaml").code())
                        .as(entry)
                        .isZero();
            }
            assertThat(runner.bash("../mmaplab/mmaplab run --quiet good.scenario.yaml bad.scenario.yaml")
                            .code())
                    .isEqualTo(1);
        }
    }
}
