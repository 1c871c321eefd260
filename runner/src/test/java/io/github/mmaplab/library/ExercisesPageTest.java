package io.github.mmaplab.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Handing out works as the page on exercises says. */
class ExercisesPageTest {
    private static final Path PAGE = Path.of("../docs/exercises.md");

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path folder;

    @Test
    void prints_what_the_page_shows() throws IOException, InterruptedException {
        PageCommands commands = PageCommands.run(PAGE, folder);
        assertThat(commands.shown()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(commands.printed()).containsExactlyElementsOf(commands.shown());
    }
}
