package io.github.mmaplab.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.web.NeedsBrowser;
import io.github.mmaplab.web.PageAssert;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tutorial works as it is written. */
class TeachingPageTest {
    private static final Path PAGE = Path.of("../docs/teaching.md");

    /** A floor, so that a test of nothing can't pass. */
    private static final int FEWEST_COMMANDS = 7;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    static Path folder;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static PageCommands commands;

    @BeforeAll
    static void run() throws IOException, InterruptedException {
        commands = PageCommands.run(PAGE, folder);
    }

    @Test
    void prints_what_the_page_shows() {
        assertThat(commands.shown()).hasSizeGreaterThanOrEqualTo(FEWEST_COMMANDS);
        assertThat(commands.printed()).containsExactlyElementsOf(commands.shown());
    }

    @Test
    @NeedsBrowser
    void its_sheet_and_its_class_are_pages_for_everybody() {
        PageAssert.assertThatPage(folder.resolve("class/sheets/s1.sheet.html")).isAccessible();
        PageAssert.assertThatPage(folder.resolve("class/results/class.html")).isAccessible();
    }
}
