package io.github.mmaplab.browser;

import static io.github.mmaplab.web.PageAssert.assertThatPage;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.run.Orders;
import io.github.mmaplab.scenario.ScenarioReader;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.show.Storyboards;
import io.github.mmaplab.tool.NeedsTool;
import io.github.mmaplab.tool.Tool;
import io.github.mmaplab.web.Browser;
import io.github.mmaplab.web.NeedsBrowser;
import io.github.mmaplab.web.SteppedPage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The site as somebody meets it who opens a link to a scenario. */
@NeedsBrowser
@NeedsTool(Tool.NODE)
final class SiteTest {
    private static final Path SITE = Path.of("target/site");

    /** What its script may cost who opens it, in bytes. */
    private static final int LARGEST = 500_000;

    @TempDir
    Path folder;

    /** The site as one page, opened by a link to a scenario. */
    private Path opened(String scenario) throws IOException {
        String html = Files.readString(SITE.resolve("index.html"))
                .replace(
                        "<link rel=\"stylesheet\" href=\"site.css\">",
                        "<style>" + Files.readString(SITE.resolve("site.css")) + "</style>")
                .replace(
                        "<script src=\"site.js\"></script>",
                        script("history.replaceState(null, '', '" + fragment(scenario) + "')")
                                + script(Files.readString(SITE.resolve("library.js")))
                                + script(Files.readString(SITE.resolve("site.js"))));
        return Files.writeString(folder.resolve("site.html"), html.replaceAll("<meta http-equiv[^>]*>", ""));
    }

    private static String script(String code) {
        return "<script>" + code.replace("</script", "<\\/script") + "</script>";
    }

    private static String fragment(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out =
                new DeflaterOutputStream(bytes, new Deflater(Deflater.DEFAULT_COMPRESSION, true))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return "#s=" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }

    private String dom(String scenario) throws IOException {
        return Browser.find().orElseThrow().dom(opened(scenario));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "private/first-store-copies-one-page",
                "private/follows-the-file",
                "fork/last-owner",
                "fork/kill",
                "fork/several-children",
                "file-end/truncated",
                "kinds/four-kinds",
                "mremap/private-copies",
                "msync/disk",
                "concurrently/copied-before-or-after"
            })
    void each_moment_shows_what_was_seen(String name) throws IOException {
        Path file = Path.of("../../scenarios", name + ".scenario.yaml");
        Scenario scenario = Orders.first(ScenarioReader.read("x.scenario.yaml", Files.readAllBytes(file))
                .scenarios()
                .get(0));
        SteppedPage.of(opened(Files.readString(file)), folder).shows(Storyboards.of(scenario));
    }

    @Test
    void the_site_is_accessible() throws IOException {
        Path file = Path.of("../../scenarios/concurrently/copied-before-or-after.scenario.yaml");
        assertThatPage(opened(Files.readString(file))).isAccessible();
    }

    @Test
    void a_file_that_is_not_valid_says_what_is_wrong_where() throws IOException {
        String dom = dom("scenario: x\nprocesses: { alice: { p: { sharing: privat } } }\nexpect: { alice.p: A }\n");
        assertThat(dom)
                .contains("This can't be played yet.")
                .contains("line 2: E0")
                .contains("privat")
                .doesNotContain("class=\"moment\"");
    }

    @Test
    void a_scenario_that_fails_says_why() throws IOException {
        String dom = dom("scenario: x\nprocesses: { alice: { p: { sharing: private } } }\nexpect: { alice.p: A }\n");
        assertThat(dom).contains("\u2717 Failed.").contains("alice.p");
    }

    @Test
    void text_of_a_scenario_stays_text() throws IOException {
        String dom = dom("""
                scenario: "<img src=x onerror=alert(1)>\\u202e"
                processes: { alice: { p: { sharing: private } } }
                steps: [{ write: { alice.p: "<img src=y>" } }]
                expect: { alice.p: "<img src=z>" }
                ---
                scenario: "<img src=x>"
                processes: { alice: { p: { sharing: private } } }
                expect: { alice.p: zeros }
                """);
        assertThat(dom).contains("&lt;img src=").doesNotContain("<img src=x").doesNotContain("<img src=y");
    }

    @Test
    void a_damaged_link_is_told_and_the_page_works() throws IOException {
        Path page = opened("scenario: x");
        String html = Files.readString(page).replaceFirst("#s=[A-Za-z0-9_-]+", "#s=AAAA");
        Files.writeString(page, html);
        assertThat(Browser.find().orElseThrow().dom(page))
                .contains("The link is damaged")
                .contains("\u2713 Passed: 12 checks.");
    }

    @Test
    void the_script_is_small() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            Files.copy(SITE.resolve("site.js"), out);
        }
        assertThat(bytes.size()).isLessThan(LARGEST);
    }

    @Test
    void the_page_may_send_nothing_and_loads_nothing_from_elsewhere() throws IOException {
        String html = Files.readString(SITE.resolve("index.html"));
        assertThat(html).contains("default-src 'none'", "connect-src 'none'", "form-action 'none'");
        assertThat(html).doesNotContain("http://", "https://");
    }
}
