package io.github.mmaplab.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.answer.AnswerKey;
import io.github.mmaplab.answer.Explained;
import io.github.mmaplab.answer.Prompt;
import io.github.mmaplab.diagnostic.Span;
import io.github.mmaplab.exercise.Assignment;
import io.github.mmaplab.exercise.Exercises;
import io.github.mmaplab.run.Orders;
import io.github.mmaplab.scenario.model.Content;
import io.github.mmaplab.scenario.model.Facet;
import io.github.mmaplab.scenario.model.FileFacet;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.ProcessFacet;
import io.github.mmaplab.scenario.model.PropertyIs;
import io.github.mmaplab.scenario.model.Question;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.scenario.model.StepTrait;
import io.github.mmaplab.scenario.model.Variant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
                if (question.judge() == Question.Judge.KERNEL) {
                    Checker.check(query(key.scenario(), question));
                }
                Explanation explanation = Explained.of(key.scenario(), question);
                if (question.judge() == Question.Judge.KERNEL) {
                    assertThat(explanation.reasons()).isNotEmpty();
                    assertThat(explanation.rules().size()
                                    + explanation.references().size())
                            .isPositive();
                }
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
        return question.accept(new Question.Visitor<>() {
            @Override
            public Query contentOf(Question.ContentOf asked) {
                return Query.content(
                        scenario, step, asked.bytes().location(), asked.bytes().length());
            }

            @Override
            public Query onDisk(Question.OnDisk asked) {
                Location location = asked.bytes().location();
                Facet facet = new FileFacet.OnDisk(new Content.Zeros(1), location.span(), location.span());
                return Query.facet(scenario, step, Optional.of(location), "", facet);
            }

            @Override
            public Query raises(Question.Raises asked) {
                return Query.signal(scenario, step, asked.place());
            }

            @Override
            public Query samePage(Question.SamePage asked) {
                return Query.samePage(scenario, step, asked.one(), asked.other());
            }

            @Override
            public Query pageTables(Question.PageTables asked) {
                List<Location.InMemory> pages = asked.pages();
                return Query.samePage(scenario, step, pages.get(0), pages.get(pages.size() - 1));
            }

            @Override
            public Query propertyOf(Question.PropertyOf asked) {
                String of = asked.of().name();
                return switch (asked.property()) {
                    case SIZE -> Query.size(scenario, step, of);
                    case ATTACHED -> Query.attached(scenario, step, of);
                    case PAGES -> Query.pages(scenario, step);
                    case COPIES -> Query.copies(scenario, step);
                    default ->
                        Query.facet(
                                scenario,
                                step,
                                asked.place().map(Location.class::cast),
                                of,
                                new PropertyIs(
                                        asked.property(),
                                        "",
                                        asked.of().span(),
                                        asked.of().span()));
                };
            }

            @Override
            public Query mappingsOf(Question.MappingsOf asked) {
                Span span = asked.process().span();
                return Query.facet(
                        scenario,
                        step,
                        Optional.empty(),
                        asked.process().name(),
                        new ProcessFacet.Maps(List.of(), span, span));
            }

            @Override
            public Query outcomeOf(Question.OutcomeOf asked) {
                return outcome(asked.label().name());
            }

            @Override
            public Query kindFor(Question.KindFor asked) {
                throw new IllegalArgumentException("no kernel is asked");
            }

            @Override
            public Query explain(Question.Explain asked) {
                throw new IllegalArgumentException("no kernel is asked");
            }

            @Override
            public Query which(Question.Which asked) {
                return asked.trait() == StepTrait.COPIES_PAGE
                        ? Query.copies(scenario, step)
                        : outcome(asked.steps().get(0).label().name());
            }

            private Query outcome(String label) {
                int labelled = 0;
                while (!scenario.steps().get(labelled).info().label().equals(Optional.of(label))) {
                    labelled++;
                }
                return Query.outcome(scenario, labelled + 1);
            }
        });
    }
}
