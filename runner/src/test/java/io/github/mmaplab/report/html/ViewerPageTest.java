package io.github.mmaplab.report.html;

import static io.github.mmaplab.web.PageAssert.assertThatPage;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.file.InputFiles;
import io.github.mmaplab.picture.Moment;
import io.github.mmaplab.picture.ProcessView;
import io.github.mmaplab.picture.Storyboard;
import io.github.mmaplab.run.Orders;
import io.github.mmaplab.scenario.ScenarioReader;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.show.Storyboards;
import io.github.mmaplab.web.Browser;
import io.github.mmaplab.web.NeedsBrowser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.jr.ob.JSON;

/** The page that shows a run, as a reader of it steps through: what it shows against what was seen. */
class ViewerPageTest {

    private static final Pattern POLICY = Pattern.compile("<meta[^>]*Content-Security-Policy[^>]*>");
    private static final Pattern REPORT = Pattern.compile(" data-report=\"([A-Za-z0-9+/=]+)\"");

    /** Steps through the page by its keys alone, and leaves what it shows at each moment in an attribute. */
    private static final String READER = """
            <script type="module">
              const press = (key, target) => target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
              const seen = [];
              const count = document.querySelectorAll('section.moment').length;
              press('Home', document.body);
              for (let i = 0; i < count; i++) {
                const shown = Array.from(document.querySelectorAll('section.moment')).filter(each => !each.hidden);
                const groups = Array.from(shown[0].querySelectorAll('svg [data-subject]'));
                const told = groups.map(group => {
                  press('Enter', group);
                  return document.getElementById('details').textContent;
                });
                seen.push({
                  shown: shown.length,
                  heading: shown[0].querySelector('h2').textContent,
                  titles: groups.map(group => group.querySelector('title').textContent),
                  told,
                  unreachable: groups.filter(group => group.tabIndex !== 0).length,
                  lines: Array.from(document.querySelectorAll('.source li'))
                      .flatMap((line, at) => line.getAttribute('aria-current') ? [at + 1] : []),
                });
                press('ArrowRight', document.body);
              }
              press('ArrowRight', document.body);
              const bytes = new TextEncoder().encode(JSON.stringify({ seen }));
              document.documentElement.setAttribute(
                'data-report', btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join('')));
            </script>
            """;

    @TempDir
    Path folder;

    private static Scenario scenario(String name) {
        Path file = Path.of("../scenarios", name + ".scenario.yaml");
        return Orders.first(
                InputFiles.scenarios(file, file.toString()).scenarios().get(0));
    }

    private Path page(Scenario scenario) throws IOException {
        return Files.writeString(folder.resolve("page.html"), ViewerPage.of(scenario, Storyboards.of(scenario)));
    }

    private List<Map<?, ?>> stepped(Path page) throws IOException {
        String html = POLICY.matcher(Files.readString(page)).replaceAll("");
        Path copy = Files.writeString(folder.resolve("stepped.html"), html.replace("</body>", READER + "</body>"));
        Matcher report = REPORT.matcher(Browser.find().orElseThrow().dom(copy));
        assertThat(report.find()).isTrue();
        String json = new String(Base64.getDecoder().decode(report.group(1)), StandardCharsets.UTF_8);
        List<Map<?, ?>> seen = new ArrayList<>();
        for (Object each : list(JSON.std.mapFrom(json), "seen")) {
            seen.add((Map<?, ?>) each);
        }
        return seen;
    }

    private static List<?> list(Map<?, ?> parent, String key) {
        return (List<?>) Objects.requireNonNull(parent.get(key), key);
    }

    private static List<String> strings(Map<?, ?> seen, String key) {
        return list(seen, key).stream().map(String::valueOf).toList();
    }

    @NeedsBrowser
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
        Scenario scenario = scenario(name);
        Storyboard storyboard = Storyboards.of(scenario);
        List<Map<?, ?>> stepped = stepped(page(scenario));
        assertThat(stepped).hasSameSizeAs(storyboard.moments());
        for (int i = 0; i < stepped.size(); i++) {
            Moment moment = storyboard.moments().get(i);
            Map<?, ?> seen = stepped.get(i);
            assertThat(seen.get("shown")).isEqualTo(1);
            assertThat(seen.get("unreachable")).isEqualTo(0);
            assertThat(String.valueOf(seen.get("heading"))).containsIgnoringCase(moment.when());
            assertThat(strings(seen, "lines"))
                    .contains(Integer.toString(moment.lines().first()));
            for (ProcessView process : moment.processes()) {
                for (ProcessView.MappingView mapping : process.mappings()) {
                    for (ProcessView.Entry entry : mapping.entries()) {
                        String target = entry.page() == 0 ? "the zero page" : "page #" + entry.page();
                        String title =
                                process.name() + "." + entry.place() + ": points at " + target + ", " + entry.prot();
                        assertThat(strings(seen, "titles")).contains(title);
                        assertThat(strings(seen, "told")).anyMatch(told -> told.startsWith(title));
                    }
                }
            }
        }
    }

    @Test
    @NeedsBrowser
    void choosing_a_page_tells_why_it_holds_what_it_holds() throws IOException {
        List<Map<?, ?>> stepped = stepped(page(scenario("private/first-store-copies-one-page")));
        assertThat(strings(stepped.get(2), "told"))
                .anyMatch(told -> told.contains("alice.p + 1 page holds \"bBBB\"") && told.contains("step 2: "));
    }

    @Test
    @NeedsBrowser
    void the_page_is_accessible() throws IOException {
        assertThatPage(page(scenario("kinds/four-kinds"))).isAccessible();
    }

    @Test
    void without_scripts_every_moment_is_there() throws IOException {
        String html = Files.readString(page(scenario("fork/last-owner")));
        assertThat(html.split("<section class=\"moment\"", -1)).hasSize(8);
        assertThat(html).doesNotContain("http://", "https://");
    }

    @Test
    void names_and_content_stay_text() throws IOException {
        String text = """
                scenario: "<img src=x onerror=alert(1)> </script>"
                about: "<script>alert(2)</script>"
                processes:
                  alice: { p: { sharing: private } }
                steps:
                  - write: { alice.p: "</script><script>alert(3)</script>" }
                expect: { alice.p: "wrong <b>" }
                """;
        Scenario scenario = ScenarioReader.read("x.scenario.yaml", text.getBytes(StandardCharsets.UTF_8))
                .scenarios()
                .get(0);
        String html = ViewerPage.of(scenario, Storyboards.of(scenario));
        assertThat(html).doesNotContain("<img").doesNotContain("<b>");
        assertThat(html.split("<script", -1)).hasSize(2);
        assertThat(html).contains("Not everything is as expected.");
    }
}
