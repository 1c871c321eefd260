package io.github.mmaplab.report.html;

import static io.github.mmaplab.web.PageAssert.assertThatPage;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.file.InputFiles;
import io.github.mmaplab.picture.Storyboard;
import io.github.mmaplab.run.Orders;
import io.github.mmaplab.scenario.ScenarioReader;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.show.Storyboards;
import io.github.mmaplab.viewer.Viewer;
import io.github.mmaplab.web.NeedsBrowser;
import io.github.mmaplab.web.SteppedPage;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page that shows a run, as a reader of it steps through: what it shows against what was seen. */
class ViewerPageTest {

    @TempDir
    Path folder;

    private static Scenario scenario(String name) {
        Path file = Path.of("../scenarios", name + ".scenario.yaml");
        return Orders.first(
                InputFiles.scenarios(file, file.toString()).scenarios().get(0));
    }

    private static String html(Scenario... orders) {
        List<ViewerPage.Run> runs = new ArrayList<>();
        for (Scenario scenario : orders) {
            Storyboard storyboard = Storyboards.of(scenario);
            runs.add(new ViewerPage.Run(
                    storyboard,
                    Viewer.of(scenario, storyboard, orders.length == 1 ? "" : ViewerPage.prefix(runs.size()))));
        }
        return ViewerPage.of(orders[0].title(), runs, BigInteger.valueOf(6));
    }

    private Path page(Scenario scenario) throws IOException {
        return Files.writeString(folder.resolve("page.html"), html(scenario));
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
        SteppedPage.of(page(scenario), folder).shows(storyboard);
    }

    @Test
    @NeedsBrowser
    void choosing_a_page_tells_why_it_holds_what_it_holds() throws IOException {
        SteppedPage stepped = SteppedPage.of(page(scenario("private/first-store-copies-one-page")), folder);
        assertThat(stepped.told(2))
                .anyMatch(told -> told.contains("alice.p + 1 page holds \"bBBB\"") && told.contains("step 2: "));
    }

    @Test
    @NeedsBrowser
    void the_page_is_accessible() throws IOException {
        assertThatPage(page(scenario("kinds/four-kinds"))).isAccessible();
    }

    @Test
    @NeedsBrowser
    void another_order_can_be_chosen() throws IOException {
        Path file = Path.of("../scenarios/concurrently/copied-before-or-after.scenario.yaml");
        Iterator<Scenario> orders = Orders.of(
                InputFiles.scenarios(file, file.toString()).scenarios().get(0));
        Scenario first = orders.next();
        Scenario second = orders.next();
        Path page = Files.writeString(folder.resolve("page.html"), html(first, second));
        assertThatPage(page).isAccessible();
        assertThat(Files.readString(page))
                .contains("Order (2 of 6)")
                .contains("<h1>A private copy contains what the page contained at the first store</h1>");
        SteppedPage.of(page, folder).shows(Storyboards.of(first));
        SteppedPage.of(
                        page,
                        folder,
                        "const order = document.getElementById('order'); order.selectedIndex = 1;"
                                + "order.dispatchEvent(new Event('change'));")
                .shows(Storyboards.of(second));
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
        String html = html(scenario);
        assertThat(html).doesNotContain("<img").doesNotContain("<b>");
        assertThat(html.split("<script", -1)).hasSize(2);
        assertThat(html).contains("Not everything is as expected.");
    }
}
