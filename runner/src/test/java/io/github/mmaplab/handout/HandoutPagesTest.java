package io.github.mmaplab.handout;

import static io.github.mmaplab.web.PageAssert.assertThatPage;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.web.Browser;
import io.github.mmaplab.web.NeedsBrowser;
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
}
