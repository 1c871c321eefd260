package io.github.mmaplab.report;

import static io.github.mmaplab.web.PageAssert.assertThatPage;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.report.html.HtmlReport;
import io.github.mmaplab.web.Browser;
import io.github.mmaplab.web.NeedsBrowser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** That a browser shows the page to everybody, filters it, and runs nothing that a file brought in. */
final class HtmlValidityTest {
    @TempDir
    private Path folder = Path.of("");

    private static String html(Sample sample) throws IOException {
        StringBuilder out = new StringBuilder();
        sample.tell(new HtmlReport(out, "0.1.0", Instant.EPOCH));
        return out.toString();
    }

    private Path page(String html) throws IOException {
        return Files.writeString(folder.resolve("page.html"), html);
    }

    private static Browser browser() {
        return Browser.find().orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    @NeedsBrowser
    void everybody_can_read_it(Sample sample) throws IOException {
        assertThatPage(page(html(sample))).isAccessible();
    }

    @ParameterizedTest
    @EnumSource
    void it_runs_no_script_but_its_own_and_asks_for_nothing(Sample sample) throws IOException {
        String html = html(sample);
        assertThat(html.split("<script", -1).length - 1).isEqualTo(sample == Sample.NOTHING ? 0 : 1);
        assertThat(html)
                .contains("default-src &#39;none&#39;")
                .doesNotContain("\u001b", "\u202e", "src=", "href=", "@import");
    }

    @Test
    void without_scripts_all_of_it_is_there() throws IOException {
        String html = html(Sample.FAILURES);
        assertThat(html).contains("did you mean `processes`?", "--&gt; mixed.scenario.yaml:14:10", "This one passes");
        Matcher hidden = Pattern.compile("<[^>]* hidden[^>]*>").matcher(html);
        assertThat(hidden.results().map(result -> result.group()))
                .singleElement()
                .asString()
                .startsWith("<form ");
    }

    /** The page's own policy is in force here: it lets the filter run, and shows it. */
    @Test
    @NeedsBrowser
    void its_policy_lets_its_own_script_run() throws IOException {
        assertThat(browser().dom(page(html(Sample.FAILURES)))).contains(">4 of 4 shown</p>");
        assertThat(browser().dom(page(html(Sample.FAILURES).replace("let shown = 0;", "let shown = 1;"))))
                .doesNotContain("shown</p>");
    }

    @Test
    @NeedsBrowser
    void it_filters_by_verdict_and_text() throws IOException {
        assertThat(browser().dom(page(filtered("verdict", "passed"))))
                .contains(">2 of 4 shown</p>")
                .containsPattern("<section aria-labelledby=\"bad\"[^>]* hidden");
        assertThat(browser().dom(page(filtered("text", "ROW 2 shared")))).contains(">1 of 4 shown</p>");
        assertThat(browser().dom(page(filtered("text", "nowhere")))).contains(">0 of 4 shown</p>");
    }

    /** The page, and someone who fills in its form; her script is one more than the policy lets run. */
    private static String filtered(String field, String value) throws IOException {
        return html(Sample.FAILURES).replaceAll("<meta http-equiv=[^>]*>", "")
                + "<script>form.elements." + field + ".value = '" + value
                + "'; form.dispatchEvent(new Event('input'));</script>";
    }
}
