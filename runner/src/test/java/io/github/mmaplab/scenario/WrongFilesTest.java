package io.github.mmaplab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.Golden;
import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.diagnostic.Severity;
import io.github.mmaplab.scenario.model.Scenario;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said about files that are wrong. */
final class WrongFilesTest {
    /** Of files too large to be kept, of no files at all, and of what is right but can't be exported. */
    private static final Set<Code> MADE_ELSEWHERE = EnumSet.of(
            Code.UNREADABLE_FILE,
            Code.FILE_TOO_LARGE,
            Code.BINARY_FILE,
            Code.LINE_TOO_LONG,
            Code.TOO_DEEP,
            Code.TOO_MANY_CASES,
            Code.NO_SCENARIOS,
            Code.NOT_EXPORTED);

    static List<Path> wrongFiles() {
        return WrongFiles.all();
    }

    static List<Path> wrongScenarios() {
        return WrongFiles.scenarios();
    }

    @ParameterizedTest
    @MethodSource("wrongFiles")
    void is_said_as_expected(Path file) throws IOException {
        Path golden = WrongFiles.goldenOf(file);
        String drawn = WrongFiles.drawn(file);
        Golden.assertIs(golden, drawn);
    }

    @ParameterizedTest
    @MethodSource("wrongScenarios")
    void no_document_with_an_error_is_played(Path file) {
        ReadResult result = WrongFiles.read(file);
        for (Scenario scenario : result.scenarios()) {
            for (Diagnostic diagnostic : result.diagnostics()) {
                if (diagnostic.severity() == Severity.ERROR && scenario.row().isEmpty()) {
                    assertThat(diagnostic.span().start())
                            .isGreaterThan(scenario.span().end());
                }
            }
        }
    }

    @Test
    void every_code_has_a_file() {
        Set<Code> missing = EnumSet.allOf(Code.class);
        missing.removeIf(
                code -> code.compareTo(Code.MISSING_COLUMN) >= 0); // of rosters: RosterTest, CanvasGradebookTest
        for (Path file : WrongFiles.all()) {
            for (Diagnostic diagnostic : WrongFiles.diagnostics(file)) {
                missing.remove(diagnostic.code());
            }
        }
        assertThat(missing).isEqualTo(MADE_ELSEWHERE);
    }

    @ParameterizedTest
    @MethodSource("wrongFiles")
    void messages_are_in_the_style_of_the_house(Path file) {
        for (Diagnostic diagnostic : WrongFiles.diagnostics(file)) {
            assertThat(diagnostic.message()).doesNotEndWith(".").doesNotContain("\n");
            assertThat(diagnostic.message().codePointAt(0)).matches(first -> !Character.isUpperCase(first));
            assertThat(diagnostic.hints()).isNotEmpty();
        }
    }
}
