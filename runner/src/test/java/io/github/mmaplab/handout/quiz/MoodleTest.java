package io.github.mmaplab.handout.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.answer.AnswerKey;
import io.github.mmaplab.answer.AnswerReader;
import io.github.mmaplab.answer.Given;
import io.github.mmaplab.exercise.Assignment;
import io.github.mmaplab.exercise.Exercises;
import io.github.mmaplab.exercise.VariantSecret;
import io.github.mmaplab.scenario.ExerciseReader;
import io.github.mmaplab.scenario.PredictionReader;
import io.github.mmaplab.scenario.model.PredictedAnswer;
import io.github.mmaplab.scenario.model.Variant;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
        return GiftImporter.read(Gift.of(Quiz.of(assignment, assignment.sample(2))));
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
    void an_explanation_is_an_essay_on_every_platform() throws Exception {
        Assignment assignment = Exercises.assignment("""
                exercise: An explanation
                files: { data.txt: hello }
                processes: { alice: { p: { file: data.txt, sharing: private } } }
                steps: [ ask: { seen: alice.p, why: { explain: "Why?" } } ]
                """);
        Quiz quiz = Quiz.of(assignment, assignment.sample(1));
        GiftImporter gift = GiftImporter.read(Gift.of(quiz)).get(1);
        assertThat(gift.type()).isEqualTo("essay");
        assertThat(gift.answers()).isEmpty();
        MoodleQuestion moodle = MoodleQuestion.read(MoodleXml.of(quiz)).get(1);
        assertThat(moodle.type()).isEqualTo("essay");
        assertThat(moodle.answers()).isEmpty();
        CanvasQuestion canvas =
                CanvasQuestion.read(new QtiAssessment().write(quiz, "m")).get(1);
        assertThat(canvas.type()).isEqualTo("essay_question");
        assertThat(canvas.answers()).isEmpty();
        assertThat(canvas.points()).isZero();
        assertThat(canvas.text()).contains("Why? (A person reads the answer. It is worth no points by itself.)");
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
    void gift_offers_answers_where_upper_and_lower_case_would_decide() {
        Assignment assignment = Exercises.assignment("""
                exercise: The word in capitals
                files: { data.txt: hello }
                processes: { alice: { p: { file: data.txt, sharing: private } } }
                steps:
                  - write: { alice.p: HELLO }
                  - ask: { in-the-file: data.txt }
                """);
        GiftImporter question = gift(assignment).get(0);
        assertThat(question.type()).isEqualTo("multichoice");
        assertThat(question.answers()).contains("100 <code>hello</code>", "0 <code>HELLO</code>");
        assertThat(MoodleXml.of(Quiz.of(assignment, assignment.sample(1))))
                .as("Moodle XML can tell them apart")
                .contains("shortanswer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[html]x", "[plain]x", "[moodle]x", "[wxyz", "a&&035;b"})
    void gift_keeps_a_text_that_looks_like_a_sign_of_its_own(String word) {
        GiftImporter question = gift(exercise(word, "What?")).get(0);
        String read = question.type().equals("multichoice")
                ? "100 <code>" + word.substring(0, 5).replace("&", "&amp;") + "</code>"
                : "100 " + word.substring(0, Math.min(5, word.length()));
        assertThat(question.answers()).contains(read);
    }

    @Test
    void what_gift_loses_is_said() {
        Assignment assignment = exercise("HELLO", "What?");
        assertThat(Gift.losses(Quiz.of(assignment, assignment.sample(1))))
                .containsExactly(
                        "GIFT does not carry points: Moodle gives 1 point for each question",
                        "GIFT ignores case: `hello` counts as HELLO");
        Assignment number = Exercises.assignment("""
                exercise: A number
                processes: { alice: { p: { sharing: private } } }
                files: { data.txt: hello }
                steps: [ ask: { long: { size-of: data.txt } } ]
                """);
        assertThat(Gift.losses(Quiz.of(number, number.sample(1)))).isEmpty();
    }

    @Test
    void names_that_are_too_long_for_moodle_are_cut_and_stay_different() throws Exception {
        String question = "q".repeat(120);
        String file = "n".repeat(200) + ".exercise.yaml";
        Assignment assignment = Assignment.of(
                file,
                ExerciseReader.read(file, """
                exercise: Long names
                vary: { word: [a, b] }
                processes: { alice: { p: { sharing: private } } }
                files: { data.txt: <word> }
                steps: [ ask: { %s: { size-of: data.txt }, %sx: { size-of: data.txt } } ]
                """.formatted(question, question).getBytes(StandardCharsets.UTF_8)),
                VariantSecret.of("a secret"));
        Set<String> numbers = new HashSet<>();
        for (Element each : elements(xml(assignment), "question")) {
            if (!each.getAttribute("type").equals("category")) {
                assertThat(text(each, "idnumber")).hasSizeLessThanOrEqualTo(100);
                assertThat(text(each, "name")).hasSizeLessThanOrEqualTo(255);
                assertThat(numbers.add(text(each, "idnumber"))).isTrue();
            }
        }
        String gift = Gift.of(Quiz.of(assignment, assignment.sample(2)));
        assertThat(gift.lines().filter(line -> line.startsWith("// [id:")).map(GiftImporter::idNumber))
                .containsExactlyInAnyOrderElementsOf(numbers);
    }

    @Test
    void that_there_is_nothing_can_be_written() throws Exception {
        Assignment assignment = Exercises.assignment("""
                exercise: Nothing is left
                files: { e.txt: hello }
                processes: { alice: { p: { sharing: private } } }
                steps:
                  - truncate: { e.txt: 0 }
                  - ask: { left: { content-of: e.txt, length: 5 }, one: { content-of: e.txt, length: 1 } }
                """);
        for (Element question : elements(xml(assignment), "question")) {
            if (!question.getAttribute("type").equals("category")) {
                assertThat(text(question, "questiontext")).contains("or the word empty if there is none");
            }
        }
        for (MoodleQuestion question : MoodleQuestion.read(MoodleXml.of(Quiz.of(assignment, assignment.sample(1))))) {
            for (String nothing : List.of("empty", "''", "\"\"")) {
                assertThat(question.fraction(nothing)).isEqualTo(100);
            }
        }
    }

    @Test
    void a_question_has_what_the_exercise_says_and_nothing_of_other_questions() throws Exception {
        Assignment assignment = Exercises.assignment("""
                exercise: Two outcomes
                about: Read *this* first.
                files: { data.txt: hello }
                processes: { alice: { p: { file: data.txt, sharing: private } } }
                steps:
                  - munmap: alice.p
                    label: first
                    # the outcome is asked for
                  - ask: { one: { outcome-of: first } }
                  - ask: { long: { size-of: data.txt } }
                """);
        List<Element> questions = elements(xml(assignment), "question");
        assertThat(text(questions.get(1), "questiontext"))
                .contains("Read <em>this</em> first.", "What is the outcome?")
                .containsOnlyOnce("The questions below are about this moment.");
        assertThat(text(questions.get(3), "questiontext"))
                .contains("Read <em>this</em> first.")
                .doesNotContain("What is the outcome?")
                .containsOnlyOnce("The questions below are about this moment.")
                .containsOnlyOnce("Another question is about this moment.");
    }

    @Test
    void a_star_in_a_short_answer_stands_for_itself() {
        assertThat(gift(exercise("a*b*c", "What?")).get(0).answers()).contains("100 a\\*b\\*c");
    }

    private static Document xml(Assignment assignment) throws Exception {
        byte[] xml = MoodleXml.of(Quiz.of(assignment, assignment.sample(2))).getBytes(StandardCharsets.UTF_8);
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
                assertThat(text(question, "generalfeedback")).containsAnyOf("<li>the rule: ", "<li>see ");
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
        assertThat(offered.getTextContent()).contains("A write to a private mapping reaches the file");
    }

    /** Every spelling is one that a prediction could have, and means the same there. */
    @ParameterizedTest
    @ValueSource(strings = {"B", "*", "5", "a", " ", "\\x00", "\\x07", "\\x2a", "\\n", "\u00e9"})
    void one_byte_has_the_spellings_of_a_prediction_and_none_that_means_another_byte(String written) {
        AnswerKey key = Exercises.assignment("""
                        exercise: One byte
                        processes:
                          alice: { p: { sharing: private } }
                        steps:
                          - write: { alice.p: "%s" }
                          - ask: { seen: { content-of: alice.p, length: 1 } }
                        """.formatted(written)).key(Variant.ONLY);
        List<String> spellings = Spellings.of(key.question("seen").answer(), key.truth("seen"));
        assertThat(spellings).hasSizeGreaterThan(1).doesNotHaveDuplicates();
        for (String spelling : spellings.subList(0, spellings.size() - 1)) {
            String file = "exercise: one\nstudent: s\nanswers:\n  seen: '" + spelling + "'\n";
            PredictedAnswer answer = PredictionReader.read("p", file.getBytes(StandardCharsets.UTF_8), 4096)
                    .prediction()
                    .orElseThrow()
                    .answers()
                    .get(0)
                    .answer();
            assertThat(AnswerReader.read(key.question("seen"), answer, key.forms()))
                    .as(spelling)
                    .isEqualTo(new Given.Answered(key.truth("seen"), "'" + spelling + "'"));
        }
    }

    @Test
    void one_byte_is_a_character_or_its_number() throws Exception {
        Assignment assignment = Exercises.assignment("""
                exercise: One byte
                files: { data.txt: B }
                processes: { alice: { p: { sharing: private } } }
                steps: [ ask: { seen: { content-of: data.txt, length: 1 } } ]
                """);
        assertThat(gift(assignment).get(0).answers())
                .contains("100 B", "100 66", "100 0x42")
                .doesNotContain("100 42");
        Element question = elements(xml(assignment), "question").get(1);
        assertThat(text(question, "questiontext"))
                .contains("Write one byte: a character, or its number (66 and 0x42 are B)");
    }

    @Test
    void where_bytes_are_asked_for_a_signal_may_be_written_in_lower_case() {
        AnswerKey key = Exercises.assignment("""
                        exercise: A signal
                        processes:
                          alice: { p: { sharing: private } }
                        steps:
                          - munmap: alice.p
                          - ask: { seen: { content-of: alice.p, length: 4 }, one: { content-of: alice.p, length: 1 } }
                        """).key(Variant.ONLY);
        assertThat(Spellings.of(key.question("one").answer(), key.truth("one")))
                .containsExactly("SIGSEGV", "SEGV", "sigsegv", "segv");
        assertThat(Spellings.of(key.question("seen").answer(), key.truth("seen")))
                .as("SEGV is also a text of four bytes")
                .containsExactly("SIGSEGV", "sigsegv");
    }

    @Test
    void names_of_exercises_may_hold_what_ends_a_name_in_moodle() throws Exception {
        String yaml = """
                exercise: Odd names
                processes: { alice: { p: { sharing: private } } }
                files: { data.txt: hello }
                steps: [ ask: { long: { size-of: data.txt } } ]
                """;
        String file = "a]b/c<d>\\e\nf`.exercise.yaml";
        Assignment assignment = Assignment.of(
                file, ExerciseReader.read(file, yaml.getBytes(StandardCharsets.UTF_8)), VariantSecret.of("a secret"));
        String code = assignment.codeOf(assignment.variant(0));
        String written = Gift.of(Quiz.of(assignment, assignment.sample(1)));
        assertThat(written.lines().toList().get(0)).isEqualTo("$CATEGORY: mmaplab/a]b//c<d>\\e_f`/long");
        String comment = written.lines().toList().get(2);
        assertThat(GiftImporter.idNumber(comment)).isEqualTo("a]b/c<d>\\e_f`." + code + ".long");
        assertThat(GiftImporter.tags(comment)).containsExactly("mmaplab", "a]b/c_d__e_f_", code);
        assertThat(gift(assignment)).extracting(GiftImporter::type).containsExactly("numerical");
        assertThat(text(elements(xml(assignment), "question").get(0), "category"))
                .isEqualTo("$course$/mmaplab/a]b//c<d>\\e\nf`/long");
    }
}
