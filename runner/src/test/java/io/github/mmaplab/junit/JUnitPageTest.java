package io.github.mmaplab.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page shows the very project that the build builds. */
class JUnitPageTest {
    private static final Path PAGE = Path.of("../docs/junit.md");
    private static final Path PROJECT = Path.of("src/it/junit");

    @ParameterizedTest
    @ValueSource(
            strings = {"src/test/java/example/ScenariosTest.java", "src/test/resources/scenarios/cow.scenario.yaml"})
    void shows_each_file_as_it_is(String file) throws IOException {
        assertThat(Files.readString(PAGE))
                .contains("`" + file + "`")
                .contains("\n" + Files.readString(PROJECT.resolve(file)) + "```\n");
    }

    @Test
    void shows_the_whole_project() throws IOException {
        String pom = Files.readString(PROJECT.resolve("pom.xml"));
        String page = Files.readString(PAGE);
        String shown = page.substring(page.indexOf("```xml\n") + 7);
        assertThat(shown.substring(0, shown.indexOf("```"))).isEqualTo(pom);
    }

    @Test
    void is_a_screen_long() throws IOException {
        List<String> lines = Files.readAllLines(PAGE);
        assertThat(lines).hasSizeLessThanOrEqualTo(62);
    }
}
