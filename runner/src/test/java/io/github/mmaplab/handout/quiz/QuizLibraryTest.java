package io.github.mmaplab.handout.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.exercise.Assignment;
import io.github.mmaplab.exercise.Exercises;
import io.github.mmaplab.markup.Tag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every answer of the library's exercises is graded by each platform as it was meant. */
class QuizLibraryTest {
    private static final int VARIANTS = 4;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path folder;

    static List<Path> files() throws IOException {
        Path everyQuestion = Path.of("src/test/resources/explain/every-question.exercise.yaml");
        try (Stream<Path> library = Files.list(Path.of("../scenarios/exercises"))) {
            return Stream.concat(library, Stream.of(everyQuestion))
                    .filter(path -> path.toString().endsWith(Assignment.ENDING))
                    .sorted()
                    .toList();
        }
    }

    private static Quiz quiz(Path file) {
        Assignment assignment = Exercises.assignment(file);
        return Quiz.of(assignment, assignment.sample(VARIANTS));
    }

    private static List<QuizQuestion> questions(Quiz quiz) {
        return quiz.pools().stream().flatMap(pool -> pool.questions().stream()).toList();
    }

    private static String response(QuizQuestion.Answer answer, boolean chosen) {
        return chosen ? Tag.of("code").text(answer.label()).toString() : answer.text();
    }

    @ParameterizedTest
    @MethodSource("files")
    void by_moodle(Path file) throws Exception {
        Quiz quiz = quiz(file);
        List<MoodleQuestion> xml = MoodleQuestion.read(MoodleXml.of(quiz));
        List<MoodleQuestion> gift = GiftImporter.read(Gift.of(quiz)).stream()
                .map(MoodleQuestion::of)
                .toList();
        assertThat(xml).hasSameSizeAs(questions(quiz));
        assertThat(gift).hasSameSizeAs(questions(quiz));
        for (int i = 0; i < xml.size(); i++) {
            for (QuizQuestion.Answer answer : questions(quiz).get(i).answers()) {
                for (MoodleQuestion read : List.of(xml.get(i), gift.get(i))) {
                    String response = response(answer, read.type().equals("multichoice"));
                    assertThat(read.fraction(response)).as(response).isEqualTo(answer.right() ? 100 : 0);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void by_canvas(Path file) throws Exception {
        Quiz quiz = quiz(file);
        List<CanvasQuestion> read = CanvasQuestion.read(qti(quiz));
        assertThat(read).hasSameSizeAs(questions(quiz));
        assertThat(read).extracting(CanvasQuestion::ident).doesNotHaveDuplicates();
        for (int i = 0; i < read.size(); i++) {
            QuizQuestion meant = questions(quiz).get(i);
            assertThat(read.get(i).points()).isEqualTo(meant.points().doubleValue());
            assertThat(read.get(i).group().drawn()).isEqualTo(1);
            assertThat(read.get(i).group().points()).isEqualTo(meant.points().doubleValue());
            assertThat(read.get(i).text()).isEqualTo(meant.text());
            assertThat(read.get(i).generalComment()).isEqualTo(meant.explanation());
            boolean chosen = read.get(i).type().equals("multiple_choice_question");
            for (QuizQuestion.Answer answer : meant.answers()) {
                String response = response(answer, chosen);
                assertThat(read.get(i).isRight(response)).as(response).isEqualTo(answer.right());
                if (chosen) {
                    assertThat(read.get(i).comments().getOrDefault(response, ""))
                            .isEqualTo(answer.feedback());
                }
            }
        }
    }

    @Test
    void whatever_the_exercise_accepts_is_right() throws Exception {
        Assignment assignment = Exercises.assignment("""
                exercise: More than one is right
                files: { data.txt: hello }
                processes: { alice: { p: { file: data.txt, sharing: private } } }
                steps:
                  - write: { alice.p: HELLO }
                  - ask:
                      seen: { content-of: alice.p, accept: [howdy] }
                      long: { size-of: data.txt, accept: [7] }
                      offered: { content-of: data.txt, length: 5, choices: [hello, HELLO, howdy], accept: [howdy] }
                """);
        Quiz quiz = Quiz.of(assignment, assignment.sample(1));
        List<CanvasQuestion> canvas = CanvasQuestion.read(qti(quiz));
        List<MoodleQuestion> moodle = MoodleQuestion.read(MoodleXml.of(quiz));
        List<List<String>> right = List.of(
                List.of("HELLO", "howdy"), List.of("5", "7"), List.of("<code>hello</code>", "<code>howdy</code>"));
        for (int i = 0; i < right.size(); i++) {
            for (String answer : right.get(i)) {
                assertThat(canvas.get(i).isRight(answer)).as(answer).isTrue();
                assertThat(moodle.get(i).fraction(answer)).as(answer).isEqualTo(100);
            }
        }
        assertThat(canvas.get(2).isRight("<code>HELLO</code>")).isFalse();
    }

    private String qti(Quiz quiz) throws IOException {
        Path zip = folder.resolve("quiz.zip");
        Files.write(zip, Qti.of(quiz).zip());
        try (FileSystem files = FileSystems.newFileSystem(zip)) {
            String manifest = Files.readString(files.getPath("imsmanifest.xml"), StandardCharsets.UTF_8);
            String name = manifest.replaceFirst("(?s).*<file href=\"([^\"]*)\".*", "$1");
            assertThat(manifest).contains("type=\"imsqti_xmlv1p2\" href=\"" + name + "\"");
            return Files.readString(files.getPath(name), StandardCharsets.UTF_8);
        }
    }
}
