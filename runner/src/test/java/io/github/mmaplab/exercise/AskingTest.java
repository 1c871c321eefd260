package io.github.mmaplab.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.answer.AnswerKey;
import io.github.mmaplab.kernel.Kernel;
import io.github.mmaplab.kernel.SimulatedKernel;
import io.github.mmaplab.mistake.Misconception;
import io.github.mmaplab.run.Exploration;
import io.github.mmaplab.run.Orders;
import io.github.mmaplab.run.ScenarioRunner;
import io.github.mmaplab.run.result.Reply;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.scenario.model.Step;
import io.github.mmaplab.scenario.model.Variant;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Questions change nothing: no question sees what another one has touched, on whatever kernel. */
final class AskingTest {

    private static final String PRIVATE_AND_STORED = """
            exercise: A private mapping
            files: { d: { pages: [AAAA, BBBB] } }
            processes: { alice: { p: { file: d, sharing: private } } }
            steps:
              - write: { alice.p: X }
            ask:
            """;

    private static AnswerKey key(String yaml) {
        return Exercises.assignment(yaml).key(Variant.ONLY);
    }

    @Test
    void the_same_question_twice_has_one_answer() {
        AnswerKey key = key("""
                exercise: A file that grows
                files: { d: { pages: [AAAA] } }
                processes: { a: { s: { file: d, sharing: shared, length: 2 pages } } }
                steps:
                  - truncate: { d: 2 pages }
                ask:
                  frames-before: { pages: memory }
                  zeros: { content-of: a.s + 1 page, length: 4 }
                  one: { same-page: [a.s + 1 page, a.s + 1 page] }
                  fault: { raises: a.s + 1 page }
                  frames: { pages: memory }
                """);
        assertThat(key.truth("frames")).isEqualTo(key.truth("frames-before")).isEqualTo(new Reply.Count(1));
    }

    @Test
    void what_a_misconception_answers_does_not_depend_on_the_other_questions() {
        String reading = "  r: { content-of: alice.p + 1 page, length: 4 }\n";
        String counting = "  c: { copies: memory }\n  n: { pages: memory }\n";
        AnswerKey first = key(PRIVATE_AND_STORED + reading + counting);
        AnswerKey last = key(PRIVATE_AND_STORED + counting + reading);
        AnswerKey without = key(PRIVATE_AND_STORED + counting);
        for (Misconception misconception : Misconception.values()) {
            assertThat(first.under(misconception))
                    .as("%s", misconception)
                    .containsAllEntriesOf(without.under(misconception))
                    .isEqualTo(last.under(misconception));
        }
    }

    @Test
    void a_step_does_not_see_what_a_question_before_it_has_touched() {
        AnswerKey key = key("""
                exercise: Questions on the way
                processes: { parent: { s: { sharing: shared, length: 2 pages } } }
                steps:
                  - write: { parent.s: X }
                  - ask: { second-page: { content-of: parent.s + 1 page, length: 4 } }
                  - fork: { parent: child }
                ask:
                  frames: { pages: memory }
                """);
        assertThat(key.truth("frames")).isEqualTo(new Reply.Count(1));
    }

    static List<Path> library() throws IOException {
        try (Stream<Path> all = Files.list(Path.of("../scenarios/exercises"))) {
            return all.sorted().toList();
        }
    }

    private static AnswerKey oneKey(Path file) {
        Assignment assignment = Exercises.assignment(file);
        return assignment.key(assignment.variant(0));
    }

    @ParameterizedTest
    @MethodSource("library")
    void questions_are_no_part_of_what_is_done(Path file) {
        AnswerKey key = oneKey(file);
        List<Integer> asking = new ArrayList<>();
        List<Step> steps = Orders.first(key.scenario()).steps();
        for (int step = 1; step <= steps.size(); step++) {
            if (steps.get(step - 1) instanceof Step.Ask) {
                asking.add(step);
            }
        }
        assertThat(asking).isNotEmpty();
        assertThat(key.linux().trace().performed()).noneMatch(performed -> asking.contains(performed.step()));
    }

    /** A simulated kernel that does what the machine's does: it can't be copied. */
    private static Kernel notCopied(PageSize pageSize) {
        SimulatedKernel kernel = SimulatedKernel.linux(pageSize);
        return (Kernel) Proxy.newProxyInstance(
                AskingTest.class.getClassLoader(),
                new Class<?>[] {Kernel.class},
                (proxy, method, arguments) ->
                        method.getName().equals("copy") ? Optional.empty() : method.invoke(kernel, arguments));
    }

    @ParameterizedTest
    @MethodSource("library")
    void a_kernel_that_cannot_be_copied_gives_the_same_answers(Path file) {
        AnswerKey key = oneKey(file);
        assertThat(AnswerKey.replies(Exploration.run(key.scenario(), AskingTest::notCopied)))
                .isEqualTo(key.truth());
    }

    @Test
    void a_kernel_that_cannot_be_copied_is_asked_in_a_play_of_its_own() {
        Scenario scenario = key(PRIVATE_AND_STORED + """
                  r: { content-of: alice.p + 1 page, length: 4 }
                  n: { pages: memory }
                """).scenario();
        Map<String, Reply> apart = AnswerKey.replies(Exploration.run(scenario, AskingTest::notCopied));
        Map<String, Reply> together =
                AnswerKey.replies(ScenarioRunner.run(scenario, notCopied(new PageSize(scenario.pageSize()))));
        assertThat(apart).isEqualTo(AnswerKey.replies(ScenarioRunner.run(scenario)));
        assertThat(together).as("what the test is for").hasSameSizeAs(apart);
    }
}
