package io.github.mmaplab.handout;

import static io.github.mmaplab.web.PageAssert.assertThatPage;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.exercise.Exercises;
import io.github.mmaplab.exercise.roster.Student;
import io.github.mmaplab.handout.key.KeyHtml;
import io.github.mmaplab.handout.sheet.FormHtml;
import io.github.mmaplab.handout.sheet.Sheet;
import io.github.mmaplab.handout.sheet.SheetHtml;
import io.github.mmaplab.scenario.model.Presentation;
import io.github.mmaplab.web.Browser;
import io.github.mmaplab.web.NeedsBrowser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sheets and keys in a real browser. */
@NeedsBrowser
final class HandoutPagesTest {
    private static Path sheet(Path folder) throws IOException {
        return Files.writeString(folder.resolve("sheet.html"), SheetHtml.of(GoldenHandoutTest.sheet()));
    }

    @Test
    void a_sheet_is_accessible(@TempDir Path folder) throws IOException {
        assertThatPage(sheet(folder)).isAccessible();
    }

    @Test
    void a_form_is_accessible(@TempDir Path folder) throws IOException {
        assertThatPage(Files.writeString(
                        folder.resolve("form.html"), FormHtml.of(GoldenHandoutTest.sheet(), "s1.prediction.yaml")))
                .isAccessible();
    }

    @Test
    void a_page_for_self_study_is_accessible(@TempDir Path folder) throws IOException {
        assertThatPage(Files.writeString(folder.resolve("self-study.html"), GoldenHandoutTest.selfStudy()))
                .isAccessible();
    }

    @Test
    void a_key_is_accessible(@TempDir Path folder) throws IOException {
        assertThatPage(Files.writeString(folder.resolve("key.html"), KeyHtml.of(GoldenHandoutTest.key())))
                .isAccessible();
    }

    @Test
    void a_sheet_as_c_is_accessible(@TempDir Path folder) throws IOException {
        Sheet sheet = new Handout(
                        Exercises.assignment(Path.of("../scenarios/exercises/cut-and-grown.exercise.yaml")),
                        Presentation.C)
                .sheet(new Student("s1"));
        assertThatPage(Files.writeString(folder.resolve("sheet.html"), SheetHtml.of(sheet)))
                .isAccessible();
    }

    /** With eight questions, one of them a table to fill in, and a picture. */
    @Test
    void a_sheet_prints_on_a_few_pages(@TempDir Path folder) throws IOException {
        Browser browser = Browser.find().orElseThrow();
        assertThat(browser.print(sheet(folder), folder.resolve("sheet.pdf"))).isBetween(2, 5);
    }

    @Test
    void no_question_is_torn_apart_by_the_end_of_a_sheet_of_paper(@TempDir Path folder) throws IOException {
        // Each takes more than half a sheet of paper: whole, they need one each behind the beginning of the story.
        String lines = "      - a line\n".repeat(20);
        StringBuilder yaml = new StringBuilder("exercise: Paper\nprocesses: { a: {} }\nask:\n");
        for (int i = 1; i <= 4; i++) {
            yaml.append("  q")
                    .append(i)
                    .append(":\n    copies: memory\n    prompt: |\n")
                    .append(lines);
        }
        String html = SheetHtml.of(new Handout(Exercises.assignment(yaml.toString())).sheetForAll());
        Browser browser = Browser.find().orElseThrow();
        Path whole = Files.writeString(folder.resolve("whole.html"), html);
        Path torn = Files.writeString(folder.resolve("torn.html"), html.replace(".card, tr,", "tr,"));
        Path pdf = folder.resolve("sheet.pdf");
        assertThat(browser.print(whole, pdf)).isEqualTo(5).isGreaterThan(browser.print(torn, pdf));
    }
}
