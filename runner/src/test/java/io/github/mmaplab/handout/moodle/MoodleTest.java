package io.github.mmaplab.handout.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.exercise.Assignment;
import io.github.mmaplab.exercise.Exercises;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class MoodleTest {
    private static Assignment exercise(String word, String prompt) {
        return Exercises.assignment("""
                exercise: A sample
                vary: { word: ['%s', WORLD] }
                files: { data.txt: hello }
                processes:
                  alice: { p: { file: data.txt, sharing: private } }
                steps:
                  - write: { alice.p: <word> }
                  - fork: { alice: child }
                  - write: { child.p: other }
                  - ask:
                      seen: { content-of: alice.p, length: 5, prompt: "%s" }
                      offered: { content-of: data.txt, length: 5, choices: auto }
                      long: { size-of: data.txt, points: 2 }
                      signal: { raises: alice.p }
                """.formatted(word, prompt));
    }

    private static List<GiftImporter> gift(Assignment assignment) {
        return GiftImporter.read(Gift.of(assignment, assignment.sample(2)));
    }

    @Test
    void gift_is_read_as_the_questions_that_were_meant() {
        List<GiftImporter> questions = gift(exercise("HELLO", "What?"));
        assertThat(questions)
                .extracting(GiftImporter::type)
                .containsExactly(
                        "shortanswer",
                        "shortanswer",
                        "multichoice",
                        "multichoice",
                        "numerical",
                        "numerical",
                        "shortanswer",
                        "shortanswer");
        assertThat(questions.get(0).answers()).contains("100 HELLO", "100 48 45 4c 4c 4f", "0 other");
        assertThat(questions.get(2).answers()).contains("100 <code>hello</code>", "0 <code>other</code>");
        assertThat(questions.get(4).answers()).contains("100 5").doesNotContain("100 *", "0 *");
    }

    @Test
    void gift_keeps_what_has_a_meaning_to_it() {
        String prompt = "if (a) { p[0] = 1; } \\n\\n// ~x: #1 c\\\\n";
        List<GiftImporter> questions = gift(exercise("a=~{}", prompt));
        assertThat(questions).hasSize(8);
        assertThat(questions.get(0).text()).contains("if (a) { p[0] = 1; }", "// ~x: #1 c\\n");
        assertThat(questions.get(0).answers()).contains("100 a=~{}");
    }

    @Test
    void gift_offers_answers_where_an_arrow_would_make_pairs() {
        List<GiftImporter> questions = gift(exercise("q->xy", "What?"));
        assertThat(questions.get(0).type()).isEqualTo("multichoice");
    }

    @Test
    void a_star_in_a_short_answer_stands_for_itself() {
        assertThat(gift(exercise("a*b*c", "What?")).get(0).answers()).contains("100 a\\*b\\*c");
    }

    private static Document xml(Assignment assignment) throws Exception {
        byte[] xml = MoodleXml.of(assignment, assignment.sample(2)).getBytes(StandardCharsets.UTF_8);
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    }

    private static List<Element> elements(Document document, String name) {
        var found = document.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    private static String text(Element question, String name) {
        return question.getElementsByTagName(name).item(0).getTextContent().strip();
    }

    @Test
    void moodle_xml_has_every_variant_in_the_category_of_its_question() throws Exception {
        Document document = xml(exercise("]]>&<", "What?"));
        List<Element> questions = elements(document, "question");
        assertThat(questions)
                .extracting(question -> question.getAttribute("type"))
                .containsExactly(
                        "category",
                        "shortanswer",
                        "shortanswer",
                        "category",
                        "multichoice",
                        "multichoice",
                        "category",
                        "numerical",
                        "numerical",
                        "category",
                        "shortanswer",
                        "shortanswer");
        assertThat(text(questions.get(0), "category")).isEqualTo("$course$/mmaplab/sample/seen");
        Set<String> ids = new HashSet<>();
        for (Element question : questions) {
            if (!question.getAttribute("type").equals("category")) {
                assertThat(ids.add(text(question, "idnumber"))).isTrue();
                assertThat(text(question, "generalfeedback")).containsAnyOf("step ", "at the beginning");
                assertThat(text(question, "questiontext")).contains("data.txt");
                Element right =
                        (Element) question.getElementsByTagName("answer").item(0);
                assertThat(right.getAttribute("fraction")).isIn("100", "0");
            }
        }
        assertThat(text(questions.get(1), "answer")).isEqualTo("]]>&<");
        assertThat(text(questions.get(1), "usecase")).isEqualTo("1");
        assertThat(text(questions.get(10), "usecase")).isEqualTo("0");
        assertThat(text(questions.get(7), "defaultgrade")).isEqualTo("2");
    }

    @Test
    void a_wrong_answer_is_told_what_lies_behind_it() throws Exception {
        Element offered = elements(xml(exercise("HELLO", "What?")), "question").get(4);
        assertThat(text(offered, "questiontext")).doesNotContain("href=");
        assertThat(offered.getTextContent()).contains("What is written to a private mapping reaches the file");
    }
}
