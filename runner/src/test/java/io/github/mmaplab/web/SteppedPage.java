package io.github.mmaplab.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.picture.Moment;
import io.github.mmaplab.picture.ProcessView;
import io.github.mmaplab.picture.Storyboard;
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
import tools.jackson.jr.ob.JSON;

/** A page that shows a run, as one sees it who steps through it by its keys alone. */
public final class SteppedPage {
    private static final Pattern POLICY = Pattern.compile("<meta[^>]*Content-Security-Policy[^>]*>");
    private static final Pattern REPORT = Pattern.compile(" data-report=\"([A-Za-z0-9+/=]+)\"");

    /** Leaves what the page shows at each moment in an attribute. */
    private static final String READER = """
            <script type="module">
              const press = (key, target) => target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
              for (let i = 0; i < 200 && !document.querySelector('section.moment svg'); i++) {
                await new Promise(done => setTimeout(done, 50));
              }
              BEFORE
              const seen = [];
              const sections = () => Array.from(document.querySelectorAll('section.moment')).filter(
                each => !each.closest('.order[hidden]'));
              const count = sections().length;
              press('Home', document.body);
              for (let i = 0; i < count; i++) {
                const shown = sections().filter(each => !each.hidden);
                const groups = Array.from(shown[0].querySelectorAll('svg [data-subject]'));
                const told = groups.map(group => {
                  press('Enter', group);
                  return document.getElementById('details').textContent;
                });
                await new Promise(done => setTimeout(done, 50));
                seen.push({
                  shown: shown.length,
                  heading: shown[0].querySelector('h2').textContent,
                  titles: groups.map(group => group.querySelector('title').textContent),
                  told,
                  unreachable: groups.filter(group => group.tabIndex !== 0).length,
                  lines: Array.from(document.querySelectorAll('.source [aria-current]'), line => line.textContent),
                });
                press('ArrowRight', document.body);
              }
              press('ArrowRight', document.body);
              const bytes = new TextEncoder().encode(JSON.stringify({ seen }));
              document.documentElement.setAttribute(
                'data-report', btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join('')));
            </script>
            """;

    private final List<Map<?, ?>> seen = new ArrayList<>();

    private SteppedPage() {}

    /**
     * Steps through a page.
     *
     * @param folder where a copy of the page may be written
     */
    public static SteppedPage of(Path page, Path folder) throws IOException {
        return of(page, folder, "");
    }

    /** The same, after a script has run in the page. */
    public static SteppedPage of(Path page, Path folder, String before) throws IOException {
        String html = POLICY.matcher(Files.readString(page)).replaceAll("");
        int end = html.lastIndexOf("</body>");
        Path copy = Files.writeString(
                folder.resolve("stepped.html"),
                html.substring(0, end) + READER.replace("BEFORE", before) + html.substring(end));
        Matcher report = REPORT.matcher(Browser.find().orElseThrow().dom(copy));
        assertThat(report.find()).isTrue();
        String json = new String(Base64.getDecoder().decode(report.group(1)), StandardCharsets.UTF_8);
        SteppedPage stepped = new SteppedPage();
        for (Object each : list(JSON.std.mapFrom(json), "seen")) {
            stepped.seen.add((Map<?, ?>) each);
        }
        return stepped;
    }

    /** What is said of each thing that can be chosen at a moment. */
    public List<String> told(int moment) {
        return strings(seen.get(moment), "told");
    }

    /** Holds what is shown against what was seen when the scenario ran. */
    public void shows(Storyboard storyboard) {
        assertThat(seen).hasSameSizeAs(storyboard.moments());
        for (int i = 0; i < seen.size(); i++) {
            Moment moment = storyboard.moments().get(i);
            Map<?, ?> shown = seen.get(i);
            assertThat(shown.get("shown")).isEqualTo(1);
            assertThat(shown.get("unreachable")).isEqualTo(0);
            assertThat(String.valueOf(shown.get("heading"))).containsIgnoringCase(moment.when());
            assertThat(strings(shown, "lines"))
                    .contains(storyboard.source().get(moment.lines().first() - 1));
            for (ProcessView process : moment.processes()) {
                for (ProcessView.MappingView mapping : process.mappings()) {
                    for (ProcessView.Entry entry : mapping.entries()) {
                        String target = entry.page() == 0 ? "the zero page" : "page #" + entry.page();
                        String title =
                                process.name() + "." + entry.place() + ": points at " + target + ", " + entry.prot();
                        assertThat(strings(shown, "titles")).contains(title);
                        assertThat(strings(shown, "told")).anyMatch(told -> told.startsWith(title));
                    }
                }
            }
        }
    }

    private static List<?> list(Map<?, ?> parent, String key) {
        return (List<?>) Objects.requireNonNull(parent.get(key), key);
    }

    private static List<String> strings(Map<?, ?> seen, String key) {
        return list(seen, key).stream().map(String::valueOf).toList();
    }
}
