package io.github.mmaplab.assertj;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page shows what the build compiles and runs in a project of its own, on JUnit 5 and 6. */
class JavaPageTest {
    private static final Path PAGE = Path.of("../docs/java.md");
    private static final Path PROJECT = Path.of("src/it/engine");

    @Test
    void shows_the_test_as_it_is() throws IOException {
        String file = "src/test/java/example/MemoryTest.java";
        assertThat(Files.readString(PAGE))
                .contains("`" + file + "`")
                .contains("\n" + Files.readString(PROJECT.resolve(file)) + "```\n");
    }

    @Test
    void shows_the_dependencies_as_they_are() throws IOException {
        String page = Files.readString(PAGE);
        String shown = page.substring(page.indexOf("```xml\n") + 7);
        assertThat(Files.readString(PROJECT.resolve("pom.xml")))
                .contains("\n" + shown.substring(0, shown.indexOf("```")))
                .contains("<jupiter.version>6.1.3</jupiter.version>");
    }

    @Test
    void is_a_screen_long() throws IOException {
        assertThat(Files.readAllLines(PAGE)).hasSizeLessThanOrEqualTo(60);
    }
}
