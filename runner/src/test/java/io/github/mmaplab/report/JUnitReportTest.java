package io.github.mmaplab.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.report.junit.Dialect;
import io.github.mmaplab.report.junit.JUnitReport;
import io.github.mmaplab.scenario.ReadResult;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

class JUnitReportTest {
    private static final Instant BEGUN = Instant.parse("2026-01-02T03:04:05.678Z");

    static List<Path> files() throws IOException {
        return Reports.files();
    }

    private static Element parse(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)))
                .getDocumentElement();
    }

    private static Element played(ReadResult read) throws Exception {
        StringWriter out = new StringWriter();
        Reports.play(read, new JUnitReport(out, BEGUN, Dialect.USUAL));
        return parse(out.toString());
    }

    private static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(child);
            }
        }
        return children;
    }

    private static int count(Element element, String kind) {
        return Integer.parseInt(element.getAttribute(kind));
    }

    /** The shape that all readers understand, and no more. */
    private static void hasTheSafeShape(Element root) {
        assertThat(root.getTagName()).isEqualTo("testsuites");
        assertThat(root.getAttribute("name")).isEqualTo("mmaplab");
        int tests = 0;
        for (Element suite : children(root)) {
            assertThat(suite.getTagName()).isEqualTo("testsuite");
            assertThat(suite.getAttribute("timestamp")).isEqualTo("2026-01-02T03:04:05Z");
            int[] found = new int[3];
            Set<String> names = new HashSet<>();
            for (Element testCase : children(suite)) {
                assertThat(testCase.getTagName()).isEqualTo("testcase");
                assertThat(testCase.getAttribute("file")).isEqualTo(suite.getAttribute("file"));
                assertThat(testCase.getAttribute("classname")).isNotEmpty();
                assertThat(testCase.getAttribute("time")).matches("\\d+\\.\\d{3}");
                assertThat(count(testCase, "line")).isPositive();
                assertThat(names.add(testCase.getAttribute("name"))).isTrue();
                for (Element verdict : children(testCase)) {
                    int kind = List.of("failure", "error", "skipped").indexOf(verdict.getTagName());
                    assertThat(kind).as(verdict.getTagName()).isNotNegative();
                    found[kind]++;
                    assertThat(verdict.getAttribute("message")).isNotEmpty();
                }
            }
            assertThat(count(suite, "tests")).isEqualTo(children(suite).size());
            assertThat(found)
                    .containsExactly(count(suite, "failures"), count(suite, "errors"), count(suite, "skipped"));
            tests += count(suite, "tests");
        }
        assertThat(count(root, "tests")).isEqualTo(tests).isPositive();
    }

    @ParameterizedTest
    @MethodSource("files")
    void has_the_safe_shape(Path file) throws Exception {
        Element root = played(Reports.read(file));
        hasTheSafeShape(root);
        assertThat(count(root, "failures") + count(root, "errors")).isPositive();
    }

    @Test
    void a_file_is_a_suite_and_a_run_a_case() throws Exception {
        Element root = played(Reports.read(Path.of("src/test/resources/reports/mixed.scenario.yaml")));
        Element suite = children(root).get(0);
        assertThat(suite.getAttribute("name")).isEqualTo("mixed.scenario.yaml");
        assertThat(children(suite).stream().map(one -> one.getAttribute("name") + " " + one.getAttribute("line")))
                .containsExactly(
                        "is valid 20",
                        "One row passes, another fails [row 1: sharing=private, sees=old] 3",
                        "One row passes, another fails [row 2: sharing=shared, sees=old] 14",
                        "This one passes 16");
        assertThat(children(suite))
                .allSatisfy(one -> assertThat(one.getAttribute("classname")).isEqualTo("mixed"));
        Element error = children(children(suite).get(0)).get(0);
        assertThat(error.getTagName()).isEqualTo("error");
        assertThat(error.getAttribute("type")).isEqualTo("E0202");
        assertThat(error.getTextContent()).contains("error[E0501]", "did you mean `processes`?");
        Element failure = children(children(suite).get(2)).get(0);
        assertThat(failure.getAttribute("message")).isEqualTo("bob.q: expected \"old\", but it holds \"new\"");
        assertThat(failure.getTextContent()).contains(" --> mixed.scenario.yaml:14:10\n");
    }

    @Test
    void equal_titles_are_told_apart() throws Exception {
        String one = "scenario: Twice\nprocesses: [a]\nexpect: { a: { alive: true } }\n";
        Element root = played(Reports.read(one + "---\n" + one));
        hasTheSafeShape(root);
        assertThat(children(children(root).get(0)).get(1).getAttribute("name")).isEqualTo("Twice (2)");
    }

    @Test
    void what_xml_forbids_is_replaced() throws Exception {
        String title = "\\x00 \\e[31m \\uFFFF <&\\\"'>]]> \\U0001F600 é";
        Element root =
                played(Reports.read("scenario: \"" + title + "\"\nprocesses: [a]\nexpect: { a: { exit-code: 1 } }\n"));
        hasTheSafeShape(root);
        assertThat(children(children(root).get(0)).get(0).getAttribute("name"))
                .contains("<&\"'>]]> \uD83D\uDE00 é")
                .doesNotContain("\033");
    }

    @Test
    void bugs_are_errors_and_what_was_not_run_is_skipped() throws Exception {
        StringWriter out = new StringWriter();
        JUnitReport report = new JUnitReport(out, BEGUN, Dialect.USUAL);
        ReadResult read = Reports.read("scenario: One\nprocesses: [a]\nexpect: { a: { alive: true } }\n");
        report.played(
                new Played.Crashed(read.scenarios().get(0), new IllegalStateException("\033[1;31mlost\033[0m\b")));
        report.played(new Played.NotRun(read.scenarios().get(0)));
        report.end(new Summary(0, 0, 0, 0, 1, 0, 1, 1, 0, 0, 0));
        Element root = parse(out.toString());
        hasTheSafeShape(root);
        assertThat(count(root, "errors")).isEqualTo(1);
        assertThat(count(root, "skipped")).isEqualTo(1);
        assertThat(root.getTextContent()).contains("java.lang.IllegalStateException: lost\uFFFD\n    at io.github");
    }
}
