package io.github.mmaplab.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RenderedMarkdownTest {
    @Test
    void reads_paragraphs_lists_and_blocks() {
        assertThat(RenderedMarkdown.blocks("One\ntwo.\n\n- a *b*\n- c\n\n```\nx < *y*\n```\nEnd."))
                .hasToString("""
                <p>One
                two.</p>
                <ul>
                <li>a <em>b</em></li>
                <li>c</li>
                </ul>
                <pre><code>x &lt; *y*
                </code></pre>
                <p>End.</p>
                """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            *p* of *my_file.txt* | <em>p</em> of <em>my_file.txt</em>
            **all** `a*b` 2 * 3 * 4 | <strong>all</strong> <code>a*b</code> 2 * 3 * 4
            MAP\\_FIXED \\*no\\* | MAP_FIXED *no*
            `` a`b `` <i> | <code>a`b</code> &lt;i&gt;
            *open `never | *open `never
            """)
    void reads_what_stands_in_a_line(String markdown, String html) {
        assertThat(RenderedMarkdown.inline(markdown)).hasToString(html);
    }

    @Test
    void a_page_is_neither_cut_up_nor_led_astray() {
        assertThat(RenderedMarkdown.blocks("# a\n\n<b onclick=x>"))
                .hasToString("<p># a</p>\n<p>&lt;b onclick=x&gt;</p>\n");
        assertThat(RenderedMarkdown.inline("![see *this*](http://x/y.png) [a](javascript:x)"))
                .hasToString("see <em>this</em> <a rel=\"nofollow\" href=\"\">a</a>");
        assertThat(RenderedMarkdown.inline("[a](https://x/?a=\"b) &#x202E;&#27;x"))
                .hasToString("<a rel=\"nofollow\" href=\"https://x/?a=&quot;b\">a</a> \uFFFD\uFFFDx");
        String deep = ">".repeat(100_000) + "*".repeat(100_000) + "a";
        assertThat(RenderedMarkdown.blocks(deep).toString()).contains("a");
        assertThat(RenderedMarkdown.plain(deep)).endsWith("a");
    }

    @Test
    void the_words_alone_are_one_line() {
        assertThat(RenderedMarkdown.plain("What does *p* of\n`a` **hold**, MAP\\_X\u001b[31m?"))
                .isEqualTo("What does p of a hold, MAP_X\uFFFD[31m?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "*a*",
                "a_b_c",
                "<b>&amp;",
                "`x`",
                "a|b",
                "[a](b)",
                "# a",
                "- a",
                "1. a",
                "10) b",
                "\\",
                "~~a~~"
            })
    void text_put_into_markdown_means_itself(String text) {
        assertThat(RenderedMarkdown.plain(Markdown.text(text))).isEqualTo(text);
        assertThat(Markdown.text(text)).doesNotMatch("^([#+>-]|[0-9]+[.)]).*");
        assertThat(RenderedMarkdown.plain(Markdown.code(text))).isEqualTo(text);
    }
}
