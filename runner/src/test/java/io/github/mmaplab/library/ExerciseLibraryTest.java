package io.github.mmaplab.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.answer.AnswerKey;
import io.github.mmaplab.answer.AnswerReader;
import io.github.mmaplab.answer.Given;
import io.github.mmaplab.exercise.Assignment;
import io.github.mmaplab.exercise.Exercises;
import io.github.mmaplab.exercise.Survey;
import io.github.mmaplab.exercise.grade.Credit;
import io.github.mmaplab.exercise.grade.Graded;
import io.github.mmaplab.exercise.grade.Grader;
import io.github.mmaplab.exercise.grade.SimulatedStudents;
import io.github.mmaplab.mistake.Misconception;
import io.github.mmaplab.run.result.Reply;
import io.github.mmaplab.scenario.model.AnswerKind;
import io.github.mmaplab.scenario.model.Choices;
import io.github.mmaplab.scenario.model.PredictedAnswer;
import io.github.mmaplab.scenario.model.Property;
import io.github.mmaplab.scenario.model.Question;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.scenario.model.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The library of exercises: each is fair to all students, and finds out what they believe. */
class ExerciseLibraryTest {

    private static final Path LIBRARY = Path.of("../scenarios/exercises");

    private static final int ALL = Integer.MAX_VALUE;

    /** Kept, so that each mistaken kernel plays each variant once for all tests. */
    private static final Map<Path, Assignment> ASSIGNMENTS = new ConcurrentHashMap<>();

    static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(LIBRARY)) {
            return all.filter(path -> path.toString().endsWith(Assignment.ENDING))
                    .sorted()
                    .toList();
        }
    }

    private static Assignment assignment(Path file) {
        return ASSIGNMENTS.computeIfAbsent(file, Exercises::assignment);
    }

    private static List<AnswerKey> keys(Path file) {
        Assignment assignment = assignment(file);
        return assignment.sample(ALL).stream().map(assignment::key).toList();
    }

    /** Variants enough for a class, and few enough to count many classes. */
    private static List<AnswerKey> someKeys(Path file) {
        Assignment assignment = assignment(file);
        return assignment.sample(8).stream().map(assignment::key).toList();
    }

    @Test
    void the_library_is_there() throws IOException {
        assertThat(files()).hasSizeGreaterThanOrEqualTo(15);
    }

    @Test
    void no_two_exercises_have_the_same_title() throws IOException {
        Set<String> titles = new HashSet<>();
        for (Path file : files()) {
            String title = keys(file).get(0).scenario().title();
            assertThat(titles.add(title)).as(title).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void says_what_it_is_about_and_asks_on_the_way_and_at_the_end(Path file) {
        Scenario story = keys(file).get(0).scenario();
        assertThat(story.about()).isPresent();
        assertThat(story.references()).isNotEmpty();
        assertThat(story.tags()).isNotEmpty();
        assertThat(story.questions()).hasSizeBetween(5, 10);
        assertThat(story.questions().stream().map(ExerciseLibraryTest::kind).distinct())
                .as("kinds of questions")
                .hasSizeGreaterThanOrEqualTo(2);
        assertThat(story.questions())
                .anyMatch(question -> question.info().hint().isPresent());
        assertThat(story.steps().stream().filter(Step.Ask.class::isInstance)).hasSizeGreaterThanOrEqualTo(2);
        assertThat(story.steps()).last().isInstanceOf(Step.Ask.class);
    }

    @ParameterizedTest
    @MethodSource("files")
    void has_many_variants_that_are_equally_hard(Path file) {
        Survey survey = new Survey();
        keys(file).forEach(survey::add);
        assertThat(survey.failing()).isEmpty();
        assertThat(survey.distinct()).isEqualTo(survey.variants()).isGreaterThanOrEqualTo(50);
        assertThat(survey.shapes()).isEqualTo(1);
        assertThat(survey.notOffered()).isEmpty();
        assertThat(survey.power().tellingNothing()).isEmpty();
        assertThat(survey.power().inOneAnswerAlone()).isEmpty();
        assertThat(survey.neighbour()).as("what a neighbour's answers earn").isLessThanOrEqualTo(0.5);
        assertThat(survey.answers().values())
                .as("a question to which the neighbour's answer is rarely the right one")
                .anyMatch(right -> right.size() >= 3);
    }

    @ParameterizedTest
    @MethodSource("files")
    void tells_three_misconceptions_from_the_truth_in_every_variant(Path file) {
        assertThat(keys(file)).allSatisfy(key -> assertThat(told(key)).hasSizeGreaterThanOrEqualTo(3));
    }

    @Test
    void the_list_of_them_names_each_with_the_misconceptions_that_it_tells() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("../scenarios/README.md"));
        for (Path file : files()) {
            String row = rows.stream()
                    .filter(line -> line.contains("](exercises/" + file.getFileName() + ")"))
                    .findFirst()
                    .orElse("");
            Set<String> named = new TreeSet<>();
            Pattern.compile("`([a-z-]+)`[,\\s]")
                    .matcher(row.substring(row.lastIndexOf('|', row.length() - 2) + 1))
                    .results()
                    .forEach(name -> named.add(name.group(1)));
            Set<String> told = new TreeSet<>();
            keys(file).forEach(key -> told(key).forEach(misconception -> told.add(misconception.id())));
            assertThat(named).as(row).isEqualTo(told);
        }
    }

    @Test
    void together_the_exercises_tell_every_misconception() throws IOException {
        Set<Misconception> told = EnumSet.noneOf(Misconception.class);
        for (Path file : files()) {
            told.addAll(told(keys(file).get(0)));
        }
        assertThat(told).containsExactly(Misconception.values());
    }

    @Test
    void together_the_exercises_tell_every_two_misconceptions_apart() throws IOException {
        List<String> alike = new ArrayList<>();
        for (Misconception one : Misconception.values()) {
            for (Misconception other : Misconception.values()) {
                if (one.compareTo(other) < 0) {
                    alike.add(one.id() + " and " + other.id());
                }
            }
        }
        for (Path file : files()) {
            AnswerKey key = keys(file).get(0);
            alike.removeIf(pair -> {
                String[] ids = pair.split(" and ", -1);
                return !key.under(byId(ids[0])).equals(key.under(byId(ids[1])));
            });
        }
        assertThat(alike).isEmpty();
    }

    private static Misconception byId(String id) {
        return Stream.of(Misconception.values())
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Object kind(Question question) {
        return question instanceof Question.PropertyOf asked ? asked.property() : question.getClass();
    }

    private static Object answer(Question question) {
        return question.answer() instanceof AnswerKind.Plain plain
                ? plain
                : question.answer().getClass();
    }

    @Test
    void together_the_exercises_use_all_that_the_language_has() throws IOException {
        Set<Object> kinds = new HashSet<>();
        Set<Class<?>> choices = new HashSet<>();
        for (Path file : files()) {
            for (Question question : keys(file).get(0).scenario().questions()) {
                kinds.addAll(List.of(kind(question), question.getClass(), answer(question)));
                choices.add(question.info().choices().getClass());
            }
        }
        assertThat(kinds)
                .contains((Object[]) Question.class.getPermittedSubclasses())
                // no misconception is about names, so that a question about one would tell nothing
                .containsAll(EnumSet.complementOf(EnumSet.of(Property.EXISTS)))
                .contains((Object[]) AnswerKind.Plain.values())
                .contains(AnswerKind.Bytes.class, AnswerKind.SetOf.class);
        assertThat(choices).containsExactlyInAnyOrder(Choices.class.getPermittedSubclasses());
    }

    /** As far as docs/exercises.md promises; the benchmark that it names counts more students. */
    @Test
    void who_believes_something_is_found_out_and_who_guesses_is_not() throws IOException {
        Map<SimulatedStudents.Kind, SimulatedStudents.Found> all = new EnumMap<>(SimulatedStudents.Kind.class);
        for (Path file : files()) {
            SimulatedStudents students = new SimulatedStudents(someKeys(file), 5);
            for (SimulatedStudents.Kind kind : SimulatedStudents.Kind.values()) {
                all.merge(kind, students.found(kind, 150), SimulatedStudents.Found::and);
            }
        }
        assertThat(all).containsOnlyKeys(SimulatedStudents.Kind.values());
        assertThat(percent(all, SimulatedStudents.Kind.GUESSES, SimulatedStudents.Found::named))
                .isLessThanOrEqualTo(5);
        assertThat(percent(all, SimulatedStudents.Kind.SLIPS, SimulatedStudents.Found::named))
                .isLessThanOrEqualTo(2);
        assertThat(percent(all, SimulatedStudents.Kind.HAS_ONE, SimulatedStudents.Found::one))
                .isGreaterThanOrEqualTo(85);
        assertThat(percent(all, SimulatedStudents.Kind.HAS_TWO, SimulatedStudents.Found::one))
                .isGreaterThanOrEqualTo(80);
        assertThat(percent(all, SimulatedStudents.Kind.HAS_TWO, SimulatedStudents.Found::all))
                .isGreaterThanOrEqualTo(40);
    }

    private static double percent(
            Map<SimulatedStudents.Kind, SimulatedStudents.Found> all,
            SimulatedStudents.Kind kind,
            ToIntFunction<SimulatedStudents.Found> counted) {
        SimulatedStudents.Found found = Objects.requireNonNull(all.get(kind));
        return 100.0 * counted.applyAsInt(found) / found.students();
    }

    @ParameterizedTest
    @MethodSource("files")
    void who_guesses_or_slips_is_suspected_of_nothing(Path file) {
        SimulatedStudents students = new SimulatedStudents(someKeys(file), 11);
        SimulatedStudents.Found guesses = students.found(SimulatedStudents.Kind.GUESSES, 400);
        assertThat(guesses.named()).as("of 400 who guess").isLessThanOrEqualTo(32);
        assertThat(students.found(SimulatedStudents.Kind.SLIPS, 200).named()).isZero();
    }

    @ParameterizedTest
    @MethodSource("files")
    void the_right_answers_are_right_and_nobody_is_suspected(Path file) {
        Assignment assignment = assignment(file);
        for (AnswerKey key : keys(file)) {
            Graded graded = Grader.grade(
                    key, assignment.exercise().grading(), AnswerSheet.of(assignment.id(), key, key.truth()));
            assertThat(graded.questions()).allMatch(grade -> grade.credit() == Credit.FULL);
            assertThat(graded.diagnosis().suspects()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "until-the-first-store, PRIVATE_IS_A_SNAPSHOT, NONE NONE FOLLOW_THROUGH FULL NONE FOLLOW_THROUGH FOLLOW_THROUGH NONE",
        "everything-at-once, MSYNC_IS_NEEDED, FULL FULL NONE FULL FULL FULL FOLLOW_THROUGH FOLLOW_THROUGH FULL"
    })
    void an_earlier_mistake_is_not_paid_for_twice_where_follow_through_is_allowed(
            String id, Misconception misconception, String credits) {
        Assignment assignment = assignment(LIBRARY.resolve(id + Assignment.ENDING));
        for (AnswerKey key : keys(LIBRARY.resolve(id + Assignment.ENDING))) {
            Graded graded = Grader.grade(
                    key,
                    assignment.exercise().grading(),
                    AnswerSheet.of(assignment.id(), key, key.under(misconception)));
            assertThat(graded.questions())
                    .extracting(grade -> grade.credit().name())
                    .containsExactly(credits.split(" ", -1));
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void every_answer_that_is_written_down_is_read_as_the_same(Path file) {
        Assignment assignment = assignment(file);
        for (AnswerKey key : keys(file)) {
            assertReadAsWritten(assignment, key, key.truth());
            for (Misconception misconception : Misconception.values()) {
                assertReadAsWritten(assignment, key, key.under(misconception));
            }
        }
    }

    private static void assertReadAsWritten(Assignment assignment, AnswerKey key, Map<String, Reply> replies) {
        Map<String, PredictedAnswer> sheet = AnswerSheet.of(assignment.id(), key, replies);
        assertThat(AnswerSheet.answered(replies)).allSatisfy((question, reply) -> {
            PredictedAnswer written = Objects.requireNonNull(sheet.get(question));
            assertThat(AnswerReader.read(key.question(question), written, key.forms()))
                    .isInstanceOfSatisfying(
                            Given.Answered.class,
                            given -> assertThat(given.reply()).isEqualTo(reply));
        });
    }

    private static Set<Misconception> told(AnswerKey key) {
        Set<Misconception> told = EnumSet.allOf(Misconception.class);
        told.removeIf(misconception -> !tells(key, misconception));
        return told;
    }

    /** Whether somebody who believes that would answer some question otherwise than Linux does. */
    private static boolean tells(AnswerKey key, Misconception misconception) {
        return AnswerSheet.answered(key.under(misconception)).entrySet().stream()
                .anyMatch(answer -> !answer.getValue().equals(key.truth(answer.getKey())));
    }
}
