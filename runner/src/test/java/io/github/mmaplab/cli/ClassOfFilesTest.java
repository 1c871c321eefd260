package io.github.mmaplab.cli;

import static io.github.mmaplab.web.PageAssert.assertThatPage;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.Golden;
import io.github.mmaplab.cli.host.Version;
import io.github.mmaplab.web.NeedsBrowser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A class of a dozen files, some of them hostile, and all that is told of it: both stand in one folder. */
class ClassOfFilesTest {
    private static final Path SMALL = Golden.RESOURCES.resolve("classroom/small");

    private static final List<String> OUTPUTS = List.of("class.html", "class.json", "class.csv", "misconceptions.csv");

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path out;

    @BeforeEach
    void grade() {
        Shell.Outcome outcome = grade("--minimum", "3");
        assertThat(outcome.out()).as(outcome.err()).endsWith("11 graded, 1 missing, 1 file of unknown students\n");
    }

    private Shell.Outcome grade(String... more) {
        List<String> words = new ArrayList<>(List.of("grade", "cow.exercise.yaml", "handed-in"));
        words.addAll(
                List.of("--roster", "roster.csv", "--out", out.toAbsolutePath().toString()));
        words.addAll(List.of(more));
        return new Shell(SMALL).run(words.toArray(String[]::new));
    }

    private String read(String name) throws IOException {
        return Files.readString(out.resolve(name));
    }

    @Test
    void is_told_as_the_files_beside_it_say() throws IOException {
        for (String name : OUTPUTS) {
            Golden.assertIs(SMALL.resolve(name), read(name).replace("mmaplab " + Version.number(), "mmaplab VERSION"));
        }
    }

    @Test
    void nothing_hostile_comes_through() throws IOException {
        for (String name : OUTPUTS) {
            assertThat(read(name))
                    .as(name)
                    .doesNotContain("\u001b")
                    .doesNotContain("\u0007")
                    .doesNotContain("\u202E");
        }
        assertThat(read("class.html"))
                .doesNotContain("<script")
                .doesNotContain("<img")
                .doesNotContain("<b>");
        for (String name : List.of("class.csv", "misconceptions.csv")) {
            assertThat(read(name)).doesNotContainPattern("(?m)(^|,)\"?[=+@\\t-][^0-9]");
        }
    }

    @Test
    @NeedsBrowser
    void its_page_is_for_everybody() {
        assertThatPage(out.resolve("class.html")).isAccessible();
    }

    @Test
    void of_fewer_students_than_the_minimum_there_are_no_figures() throws IOException {
        assertThat(read("class.json")).contains("\"minimum\" : 3").doesNotContain("\"facility\" : null");
        assertThat(grade("--minimum", "12").code()).isEqualTo(1);
        assertThat(read("class.json")).contains("\"minimum\" : 12", "\"facility\" : null", "\"scores\" : null");
    }

    @Test
    void a_minimum_is_a_number_of_students() {
        for (String none : List.of("0", "-1", "few")) {
            Shell.Outcome outcome = grade("--minimum", none);
            assertThat(outcome.code()).isEqualTo(64);
            assertThat(outcome.err())
                    .contains(
                            "`--minimum` must be a number from 1 to 1000000, not `" + none + "`",
                            "leave it out for the default, 5");
        }
    }
}
