package io.github.mmaplab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.cli.Shell.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No command writes its output over what it reads, or over what people have written. */
class SparedFilesTest {
    private static final String EXERCISE = """
            exercise: x
            vary: { word: [HELLO, WORLD] }
            files: { f: hello }
            processes: { p: { q: { file: f, sharing: shared } } }
            steps: [{ write: { p.q: <word> } }, { ask: { a: p.q } }]
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run a --report junit=a",
                "run a:1 --report junit=a",
                "run a --report tap=t --report jsonl=./a",
                "run . --report html=victim.scenario.yaml",
                "run a --report=html=victim.scenario.yaml",
                "export c a -o a",
                "export c a a.c --out-dir .",
                "exercise export gift x.exercise.yaml -o x.exercise.yaml",
                "exercise export gift x.exercise.yaml --secret a -o a",
                "exercise package gradescope x.exercise.yaml --out x.exercise.secret",
                "exercise package gradescope x.exercise.yaml --secret a --out a",
                "exercise package gradescope x.exercise.yaml --roster a --out a",
            })
    void are_left_alone(String line) {
        Shell shell = new Shell(folder)
                .file("a", Shell.PASSING)
                .file("a.c", Shell.PASSING)
                .file("victim.scenario.yaml", Shell.PASSING)
                .file("x.exercise.yaml", EXERCISE)
                .file("x.exercise.secret", "secret");
        Outcome outcome = shell.run(line.split(" "));
        assertThat(outcome.code()).isEqualTo(64);
        assertThat(outcome.err()).containsAnyOf("would overwrite it", "already exists");
        assertThat(shell.text("a")).isEqualTo(Shell.PASSING);
        assertThat(shell.text("a.c")).isEqualTo(Shell.PASSING);
        assertThat(shell.text("victim.scenario.yaml")).isEqualTo(Shell.PASSING);
        assertThat(shell.text("x.exercise.yaml")).isEqualTo(EXERCISE);
        assertThat(shell.text("x.exercise.secret")).isEqualTo("secret");
    }
}
