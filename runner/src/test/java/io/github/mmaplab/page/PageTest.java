package io.github.mmaplab.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mmaplab.markup.Html;
import io.github.mmaplab.markup.Tag;
import org.junit.jupiter.api.Test;

final class PageTest {
    @Test
    void text_never_becomes_markup() {
        assertThat(Tag.of("p").with("title", "\"><b>").text("<script>alert('&')</script>"))
                .hasToString(
                        "<p title=\"&quot;&gt;&lt;b&gt;\">&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;</p>");
    }

    @Test
    void what_could_disturb_the_page_is_shown_as_a_sign_for_it() {
        assertThat(Html.text("a\u001B[31m\u202Eb\u0000\uD800c\n")).hasToString("a\uFFFD[31m\uFFFDb\uFFFD\uFFFDc\n");
    }

    @Test
    void a_tag_has_a_name_of_html() {
        assertThatThrownBy(() -> Tag.of("p onclick")).hasMessageContaining("p onclick");
        assertThatThrownBy(() -> Tag.of("p").with("x=y", "")).hasMessageContaining("x=y");
    }

    @Test
    void a_page_has_one_first_heading_a_language_and_landmarks() {
        String page = Page.titled("Fork & map")
                .banner(Tag.of("p").text("for you"))
                .section("story", "The story", Tag.of("p").text("once"))
                .foot(Tag.of("p").text("by mmaplab"))
                .html();
        assertThat(page)
                .startsWith("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n")
                .contains("<title>Fork &amp; map</title>")
                .containsOnlyOnce("<h1>")
                .contains("<header>\n<h1>Fork &amp; map</h1>\n<p>for you</p>\n</header>")
                .contains("<main>\n<section aria-labelledby=\"story\">\n<h2 id=\"story\">The story</h2>\n<p>once</p>\n")
                .contains("<footer>\n<p>by mmaplab</p>\n</footer>")
                .contains("default-src &#39;none&#39;")
                .doesNotContain("<script")
                .endsWith("</body>\n</html>\n");
    }

    @Test
    void a_table_has_a_caption_and_scoped_headers() {
        Html table = Table.captioned("Files")
                .column("name")
                .numbers("bytes")
                .row(Html.text("data.txt"), Html.text("5"))
                .html();
        assertThat(table.toString())
                .contains("<caption>Files</caption>")
                .contains("<th scope=\"col\">name</th><th scope=\"col\" class=\"number\">bytes</th>")
                .contains("<tr><th scope=\"row\">data.txt</th><td class=\"number\">5</td></tr>");
        assertThatThrownBy(() -> Table.captioned("").column("a").row()).hasMessage("0 cells for 1 columns");
    }

    @Test
    void a_verdict_is_a_word_beside_a_sign() {
        assertThat(Badge.BAD.html("wrong"))
                .hasToString("<span class=\"verdict bad\"><span aria-hidden=\"true\">\u2717</span> wrong</span>");
    }
}
