package io.github.mmaplab.handout;

import static io.github.mmaplab.web.PageAssert.assertThatPage;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.exercise.Exercises;
import io.github.mmaplab.handout.sheet.SheetHtml;
import io.github.mmaplab.web.Browser;
import io.github.mmaplab.web.NeedsBrowser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The golden pages in a real browser. */
@NeedsBrowser
final class HandoutPagesTest {
    @Test
    void a_sheet_is_accessible() {
        assertThatPage(Golden.FOLDER.resolve("shrinking.sheet.html")).isAccessible();
    }

    @Test
    void a_key_is_accessible() {
        assertThatPage(Golden.FOLDER.resolve("shrinking.key.html")).isAccessible();
    }

    @Test
    void a_sheet_prints_on_a_few_pages(@TempDir Path folder) {
        Browser browser = Browser.find().orElseThrow();
        assertThat(browser.print(Golden.FOLDER.resolve("shrinking.sheet.html"), folder.resolve("sheet.pdf")))
                .isBetween(2, 4);
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
