package io.github.mmaplab.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.library.Library;
import io.github.mmaplab.picture.figure.Drawing;
import io.github.mmaplab.picture.figure.Figure;
import io.github.mmaplab.picture.figure.Svg;
import io.github.mmaplab.scenario.ReadResult;
import io.github.mmaplab.scenario.ScenarioReader;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.show.Storyboards;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What is drawn, read from the SVG, against what was seen. */
class FigureTest {

    /** How wide a character is drawn, in pixels: the fonts of the style sheet are 0.6 times as wide as they are high. */
    private static double character(Element text) {
        boolean small = isOf(text, "small") || isOf(text, "note") || isOf(text, "problem");
        return 0.605 * (isOf(text, "caption") ? 14 : small ? 12 : 13);
    }

    private static Document parsed(String svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static List<Element> elements(Document document, String name) {
        NodeList nodes = document.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static boolean isOf(Element element, String style) {
        return List.of(element.getAttribute("class").split(" ")).contains(style);
    }

    private static Map<String, String> subjects(Document document) {
        return elements(document, "g").stream()
                .filter(group -> group.hasAttribute("data-subject"))
                .collect(Collectors.toMap(
                        group -> group.getAttribute("data-subject"),
                        group -> group.getElementsByTagName("title").item(0).getTextContent(),
                        (one, other) -> one));
    }

    private static Scenario scenario(String... lines) {
        byte[] text = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        ReadResult read = ScenarioReader.read("figure.scenario.yaml", text);
        assertThat(read.diagnostics()).isEmpty();
        return read.scenarios().get(0);
    }

    @Test
    void each_entry_and_each_page_of_the_library_is_drawn() throws Exception {
        int entries = 0;
        for (Scenario scenario : Library.scenarios()) {
            Storyboard storyboard = Storyboards.of(scenario);
            Figure figure = Figure.of(storyboard);
            for (int i = 0; i < figure.count(); i++) {
                Moment moment = storyboard.moments().get(i);
                Map<String, String> drawn = subjects(parsed(Svg.of(figure.bare(i))));
                String at = scenario.title() + ", " + moment.when();
                if (isFolded(drawn)) {
                    continue;
                }
                for (ProcessView process : moment.processes()) {
                    for (ProcessView.MappingView mapping : process.mappings()) {
                        for (ProcessView.Entry entry : mapping.entries()) {
                            entries++;
                            String target = entry.page() == 0 ? "the zero page" : "page #" + entry.page();
                            assertThat(drawn.values())
                                    .as(at)
                                    .anyMatch(title -> title.startsWith(process.name() + ".")
                                            && title.endsWith("points at " + target + ", " + entry.prot()));
                        }
                    }
                }
                Set<String> pages = moment.pages().stream()
                        .map(page -> "page " + page.number())
                        .collect(Collectors.toSet());
                assertThat(drawn.keySet()).as(at).containsAll(pages);
            }
        }
        assertThat(entries).isGreaterThan(1500);
    }

    private static boolean isFolded(Map<String, String> drawn) {
        return drawn.values().stream().anyMatch(title -> title.contains(" pages: "));
    }

    @Test
    void nothing_lies_on_something_else_or_beside_the_paper() throws Exception {
        for (Scenario scenario : Library.scenarios()) {
            Figure figure = Figure.of(Storyboards.of(scenario));
            for (int i = 0; i < figure.count(); i++) {
                Drawing drawing = figure.captioned(i);
                Document document = parsed(Svg.of(drawing));
                List<Element> boxes = elements(document, "rect").stream()
                        .filter(box -> !isOf(box, "paper") && !isOf(box, "inside"))
                        .toList();
                for (int one = 0; one < boxes.size(); one++) {
                    for (int other = one + 1; other < boxes.size(); other++) {
                        assertThat(overlap(boxes.get(one), boxes.get(other)))
                                .as(drawing.title())
                                .isFalse();
                    }
                }
                for (Element text : elements(document, "text")) {
                    double width = text.getTextContent().length() * character(text);
                    boolean end = text.getAttribute("text-anchor").equals("end");
                    double x = number(text, "x");
                    assertThat(end ? x : x + width)
                            .as(drawing.title() + ": " + text.getTextContent())
                            .isLessThanOrEqualTo(drawing.width());
                    assertThat(end ? x - width : x).isNotNegative();
                    assertThat(number(text, "y")).isBetween(0.0, (double) drawing.height());
                }
            }
        }
    }

    private static boolean overlap(Element one, Element other) {
        return number(one, "x") < number(other, "x") + number(other, "width")
                && number(other, "x") < number(one, "x") + number(one, "width")
                && number(one, "y") < number(other, "y") + number(other, "height")
                && number(other, "y") < number(one, "y") + number(one, "height");
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    @Test
    void a_page_keeps_its_place_and_its_colour() throws Exception {
        for (Scenario scenario : Library.scenarios()) {
            Figure figure = Figure.of(Storyboards.of(scenario));
            Map<String, String> places = new HashMap<>();
            for (int i = 0; i < figure.count(); i++) {
                for (Element group : elements(parsed(Svg.of(figure.bare(i))), "g")) {
                    String subject = group.getAttribute("data-subject");
                    if (subject.startsWith("page ")) {
                        Element box =
                                (Element) group.getElementsByTagName("rect").item(0);
                        String colour = box.getAttribute("class").replaceFirst("page(-changed)?", "");
                        String place = box.getAttribute("x") + " " + box.getAttribute("y") + colour;
                        assertThat(places.merge(subject, place, (first, now) -> first))
                                .isEqualTo(place);
                    }
                }
            }
        }
    }

    @Test
    void a_step_that_moves_an_entry_draws_it_thick_and_the_one_before_dashed() throws Exception {
        Figure figure = Figure.of(Storyboards.of(scenario(
                "scenario: moved",
                "files: { data.txt: AAAA }",
                "processes:",
                "  alice: { p: { file: data.txt, sharing: private, prot: rw } }",
                "steps:",
                "  - read: alice.p",
                "  - write: { alice.p: b }",
                "expect: { alice.p: bAAA }")));
        Document copied = parsed(Svg.of(figure.bare(2)));
        assertThat(elements(copied, "path"))
                .filteredOn(path -> isOf(path, "entry-moved"))
                .hasSize(1);
        assertThat(elements(copied, "path"))
                .filteredOn(path -> isOf(path, "entry-before"))
                .hasSize(1);
        Document after = parsed(Svg.of(figure.bare(3)));
        assertThat(elements(after, "path"))
                .filteredOn(path -> isOf(path, "entry"))
                .hasSize(1);
        assertThat(elements(after, "path")).noneMatch(path -> isOf(path, "entry-moved") || isOf(path, "entry-before"));
    }

    @Test
    void markup_and_what_steers_a_terminal_stay_text() throws Exception {
        Figure figure = Figure.of(Storyboards.of(scenario(
                "scenario: \"<script>alert(1)</script> & \\u202E\\e[31m\"",
                "processes:",
                "  alice: { p: { sharing: private, prot: rw } }",
                "steps:",
                "  - write: { alice.p: '</text><script>' }",
                "expect: { alice.p: '</text><script>' }")));
        String svg = Svg.strip(figure) + Svg.animated(figure);
        assertThat(svg).doesNotContain("<script").doesNotContain("\u001B").doesNotContain("\u202E");
        Document document = parsed(Svg.of(figure.captioned(1)));
        assertThat(elements(document, "text"))
                .extracting(Element::getTextContent)
                .contains("\"</text><script>\"");
    }

    @Test
    void thousands_of_pages_that_look_alike_take_a_row() {
        Figure figure = Figure.of(Storyboards.of(scenario(
                "scenario: many",
                "processes:",
                "  alice: { p: { sharing: private, prot: rw, length: 1000 pages } }",
                "steps:",
                "  - write: { alice.p: { fill: x, length: 1000 pages } }",
                "  - fork: { alice: bob }",
                "  - write: { bob.p + 500 pages: y }",
                "expect: { alice.p + 500 pages: x, bob.p + 500 pages: y }")));
        assertThat(figure.bare(figure.count() - 1).height()).isLessThan(1000);
    }

    @Test
    void an_animation_has_no_script_and_stands_still_for_who_wants_no_motion() throws Exception {
        Figure figure = Figure.of(Storyboards.of(Library.scenarios().get(0)));
        String svg = Svg.animated(figure);
        assertThat(svg).contains("prefers-reduced-motion:reduce").contains("prefers-color-scheme:dark");
        assertThat(elements(parsed(svg), "script")).isEmpty();
        assertThat(elements(parsed(svg), "g"))
                .filteredOn(group -> isOf(group, "moment"))
                .hasSize(figure.count());
    }
}
