package io.github.mmaplab.picture.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.Golden;
import io.github.mmaplab.diagnostic.Palette;
import io.github.mmaplab.file.InputFiles;
import io.github.mmaplab.library.Library;
import io.github.mmaplab.picture.Change;
import io.github.mmaplab.picture.FileView;
import io.github.mmaplab.picture.Moment;
import io.github.mmaplab.picture.PageView;
import io.github.mmaplab.picture.ProcessView;
import io.github.mmaplab.picture.Storyboard;
import io.github.mmaplab.run.Orders;
import io.github.mmaplab.scenario.ScenarioReader;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.show.Storyboards;
import io.github.mmaplab.text.Glyphs;
import io.github.mmaplab.text.Medium;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Storyboards as text: as they are drawn, and what holds for all of them. */
class StoryboardTextTest {
    private static final Path LIBRARY = Path.of("../scenarios");
    private static final Style USUAL = new Style(80, Signs.UNICODE, Palette.PLAIN);

    private static Storyboard ofFile(String name) {
        Path file = LIBRARY.resolve(name + ".scenario.yaml");
        List<Scenario> read = InputFiles.scenarios(file, name).scenarios();
        return Storyboards.of(Orders.first(read.get(0)));
    }

    private static Storyboard of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Storyboards.of(
                ScenarioReader.read("a.scenario.yaml", bytes).scenarios().get(0));
    }

    private static void assertDrawn(String name, String text) throws IOException {
        Golden.assertIs(Golden.RESOURCES.resolve("show/" + name + ".txt"), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "private/first-store-copies-one-page",
                "fork/last-owner",
                "file-end/truncated",
                "msync/disk",
                "process/exec",
            })
    void stories_are_drawn_as_before(String name) throws IOException {
        String golden = name.substring(name.indexOf('/') + 1);
        assertDrawn(golden, StoryboardText.story(ofFile(name), USUAL));
    }

    @Test
    void what_is_not_as_expected_is_marked() throws IOException {
        Storyboard storyboard = of("""
                scenario: A private write reaches the file
                files: { data.txt: hello }
                processes:
                  alice: { p: { file: data.txt, sharing: private } }
                  bob: { q: { file: data.txt, sharing: shared } }
                steps:
                  - write: { alice.p: HELLO }
                  - expect: { bob.q: HELLO }
                  - write: { bob.q + 1 page: x }
                expect:
                  alice.p: hello
                  data.txt: { text: hello, size: 5 }
                """);
        assertDrawn("failing", StoryboardText.all(storyboard, USUAL));
    }

    @ParameterizedTest
    @CsvSource({"80,UNICODE,above", "130,UNICODE,beside", "44,ASCII,narrow"})
    void a_step_is_drawn_with_the_moment_before(int width, Signs signs, String name) throws IOException {
        Style style = new Style(width, signs, Palette.PLAIN);
        assertDrawn(name, StoryboardText.beforeAndAfter(ofFile("file-end/truncated"), 2, style));
    }

    @Test
    void a_thousand_pages_are_a_few_lines() throws IOException {
        Storyboard storyboard = of("""
                scenario: A thousand pages
                files: { data.txt: { size: 1000 pages } }
                processes:
                  alice: { p: { file: data.txt, sharing: private } }
                steps:
                  - write: { alice.p: { fill: A, length: 900 pages } }
                  - fork: { alice: bob }
                  - write: { bob.p + 500 pages: x }
                expect: { alice.p: A }
                """);
        assertDrawn("thousand-pages", StoryboardText.all(storyboard, USUAL));
    }

    @ParameterizedTest
    @CsvSource({"1,ASCII", "57,UNICODE", "80,UNICODE", "200,UNICODE"})
    void no_line_is_wider_than_the_terminal(int width, Signs signs) throws IOException {
        Style style = new Style(width, signs, Palette.PLAIN);
        for (Scenario scenario : Library.scenarios()) {
            Storyboard storyboard = Storyboards.of(scenario);
            assertFits(StoryboardText.all(storyboard, style), style);
            assertFits(StoryboardText.story(storyboard, style), style);
            for (int i = 0; i < storyboard.moments().size(); i++) {
                assertFits(StoryboardText.beforeAndAfter(storyboard, i, style), style);
            }
        }
    }

    private static void assertFits(String text, Style style) {
        for (String line : text.split("\n", -1)) {
            assertThat(Glyphs.width(line)).as(line).isLessThanOrEqualTo(style.width());
            assertThat(Medium.LINE.holds(line)).as(line).isTrue();
            assertThat(line).doesNotEndWith(" ");
        }
        if (style.signs() == Signs.ASCII) {
            assertThat(text).isASCII();
        }
    }

    @Test
    void every_page_in_use_has_a_row() throws IOException {
        int rows = 0;
        for (Scenario scenario : Library.scenarios()) {
            Storyboard storyboard = Storyboards.of(scenario);
            for (Moment moment : storyboard.moments()) {
                Set<Long> shown = new TreeSet<>();
                for (Section section : new Sections(storyboard.pageSize(), moment, null).all()) {
                    for (Section.Table table : section.tables()) {
                        rows += table.rows().size();
                        table.rows().forEach(row -> row.target().ifPresent(target -> add(shown, target.pages())));
                    }
                }
                assertThat(shown)
                        .as(scenario.title() + ", " + moment.when())
                        .containsExactlyElementsOf(
                                moment.pages().stream().map(PageView::number).toList());
            }
        }
        assertThat(rows).isGreaterThan(1000);
    }

    @Test
    void pages_are_a_range_only_if_each_is_as_far_from_the_one_before() {
        Numbers even = Numbers.of(2).with(Numbers.of(4)).with(Numbers.of(6));
        assertThat(even.words("...")).isEqualTo("#2, #4, ... #6");
        assertThat(even.goOnWith(Numbers.of(8))).isTrue();
        assertThat(even.goOnWith(Numbers.of(7))).isFalse();
        assertThat(even.goOnWith(Numbers.of(8).with(Numbers.of(9)))).isFalse();
        assertThat(Numbers.of(5).with(Numbers.of(6)).with(Numbers.of(7)).words("..."))
                .isEqualTo("#5 to #7");
        assertThat(Numbers.of(5).with(Numbers.of(5)).words("...")).isEqualTo("#5");
        assertThat(Numbers.of(0).words("...")).isEqualTo("the zero page");
    }

    private static void add(Set<Long> shown, Numbers numbers) {
        for (long i = 0; i < numbers.count(); i++) {
            shown.add(numbers.first() + i * numbers.step());
        }
    }

    @Test
    void names_and_content_are_text_whatever_is_in_them() {
        String hostile = "\u202E\u001B[31m<b>&amp;</b>\u0007\u4E2D\u6587\t\u2028\uFEFF";
        ProcessView.Entry entry = new ProcessView.Entry(0, hostile, 1, "rw-", Optional.empty());
        ProcessView.MappingView mapping = new ProcessView.MappingView(
                List.of(hostile),
                4096,
                3,
                "rw-",
                true,
                Optional.of(hostile),
                0,
                2,
                List.of(),
                List.of(entry),
                0,
                List.of());
        ProcessView process = new ProcessView(
                hostile,
                Optional.of(hostile),
                false,
                hostile,
                List.of(new ProcessView.Name(hostile, 4096, 16384)),
                List.of(mapping));
        PageView page = new PageView(
                1,
                2,
                Optional.of(hostile),
                0,
                List.of(new PageView.Piece(0, 1, hostile, "00")),
                false,
                List.of(new PageView.Stretch(0, 1)));
        FileView file = new FileView(
                hostile, hostile, false, 1, List.of(new FileView.CachedPage(0, 1, true)), true, 0, List.of());
        Moment moment = new Moment(
                Moment.Kind.STEP,
                1,
                hostile,
                new Moment.Lines(1, 2),
                Optional.of(hostile),
                List.of(new Moment.Attempt(Optional.of(hostile), "EINVAL", hostile)),
                List.of(
                        new Moment.Check(hostile, 1, Optional.empty()),
                        new Moment.Check(hostile, 1, Optional.of(hostile))),
                List.of(process),
                List.of(page),
                List.of(file),
                List.of(new Change("stored", hostile, OptionalLong.empty())));
        Storyboard storyboard = new Storyboard(
                hostile,
                Optional.empty(),
                Optional.empty(),
                4096,
                hostile,
                List.of(),
                List.of(moment, moment),
                List.of(hostile),
                Optional.of(hostile));
        for (int width = Style.NARROWEST; width < 130; width++) {
            for (Signs signs : Signs.values()) {
                Style style = new Style(width, signs, Palette.PLAIN);
                for (String text : List.of(
                        StoryboardText.story(storyboard, style),
                        StoryboardText.all(storyboard, style),
                        StoryboardText.beforeAndAfter(storyboard, 1, style))) {
                    assertFits(text, style);
                    assertThat(text).contains("<b>&amp;</b>");
                }
            }
        }
    }

    @Test
    void names_of_any_length_fit() {
        String name = "a-name-that-is-longer-than-the-terminal-is-wide-in-the-usual-case-".repeat(3);
        Storyboard storyboard =
                of("scenario: Long names\nfiles: { " + name + ": x }\nprocesses:\n  p" + name.replace('-', '_')
                        + ": { m" + name.replace('-', '_') + ": { file: " + name
                        + ", sharing: private, length: 9 pages } }\nexpect: { "
                        + name + ": x }\n");
        for (int width : List.of(40, 80, 120)) {
            Style style = new Style(width, Signs.UNICODE, Palette.PLAIN);
            assertFits(StoryboardText.all(storyboard, style), style);
        }
    }

    @Test
    void colours_change_nothing_but_the_colours() {
        Palette palette = (part, text) -> "<" + part + ">" + text + "</>";
        Storyboard storyboard = ofFile("fork/last-owner");
        String painted = StoryboardText.story(storyboard, new Style(80, Signs.UNICODE, palette));
        assertThat(painted).contains("<FRAME>──▶</>", "<PASSED>✓</>", "<MESSAGE>p</>");
        assertThat(painted.replaceAll("<[A-Z]+>|</>", "")).isEqualTo(StoryboardText.story(storyboard, USUAL));
    }
}
