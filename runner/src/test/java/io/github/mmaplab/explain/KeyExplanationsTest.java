package io.github.mmaplab.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.answer.AnswerKey;
import io.github.mmaplab.answer.Explained;
import io.github.mmaplab.answer.Prompt;
import io.github.mmaplab.exercise.Assignment;
import io.github.mmaplab.exercise.Exercises;
import io.github.mmaplab.run.Orders;
import io.github.mmaplab.scenario.model.AnswerKind;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.Question;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.scenario.model.Variant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The explanations in keys are true, in whichever variant, and speak of the same moments as the questions. */
class KeyExplanationsTest {

    private static final Path EXERCISES = Path.of("../scenarios/exercises");
    private static final Path FAULTS = Path.of("src/test/resources/explain");
    private static final int VARIANTS = 5;
    private static final Pattern MOMENT = Pattern.compile("(?i)(after step \\d+|at the end|before the first step)");

    static List<Path> exercises() throws IOException {
        try (Stream<Path> library = Files.list(EXERCISES);
                Stream<Path> faults = Files.list(FAULTS)) {
            return Stream.concat(library, faults)
                    .filter(file -> file.toString().endsWith(Assignment.ENDING))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void every_answer_has_reasons_that_are_true(Path file) {
        Assignment assignment = Exercises.assignment(file);
        for (Variant variant : assignment.sample(VARIANTS)) {
            AnswerKey key = assignment.key(variant);
            for (Question question : key.questions().values()) {
                Checker.check(query(key.scenario(), question));
                Explanation explanation = Explained.of(key.scenario(), question);
                assertThat(explanation.reasons()).isNotEmpty();
                assertThat(explanation.rules().size() + explanation.references().size())
                        .isPositive();
                sameMoment(Prompt.of(key.scenario(), question), explanation.answer());
            }
        }
    }

    private static void sameMoment(String prompt, String answer) {
        Matcher asked = MOMENT.matcher(prompt);
        Matcher said = MOMENT.matcher(answer);
        if (asked.find() && said.find()) {
            assertThat(said.group()).isEqualToIgnoringCase(asked.group());
        }
    }

    private static Query query(Scenario concurrent, Question question) {
        Scenario scenario = Orders.first(concurrent);
        int step = Prompt.stepOf(concurrent, question);
        if (question.answer() instanceof AnswerKind.Bytes bytes) {
            return Query.content(scenario, step, bytes.location(), bytes.length());
        } else if (question.answer() instanceof AnswerKind.SetOf set) {
            return Query.content(
                    scenario, step, set.each().location(), set.each().length());
        } else if (question instanceof Question.SizeOf size) {
            return Query.size(scenario, step, size.file().name());
        } else if (question instanceof Question.OutcomeOf outcome) {
            for (int i = 0; i < scenario.steps().size(); i++) {
                if (scenario.steps()
                        .get(i)
                        .info()
                        .label()
                        .filter(outcome.label().name()::equals)
                        .isPresent()) {
                    return Query.outcome(scenario, i + 1);
                }
            }
        }
        Question.OfMemory ofMemory = (Question.OfMemory) question;
        List<Location.InMemory> places = ofMemory.places();
        return switch (ofMemory.asked()) {
            case RAISES -> Query.signal(scenario, step, places.get(0));
            case MAPPED -> Query.mapping(scenario, step, places.get(0));
            case PAGES -> Query.pages(scenario, step);
            case COPIES -> Query.copies(scenario, step);
            case SAME_PAGE -> Query.samePage(scenario, step, places.get(0), places.get(1));
        };
    }
}
