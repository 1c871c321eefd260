package io.github.mmaplab.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.abi.Errno;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.Signal;
import io.github.mmaplab.abi.SignalCode;
import io.github.mmaplab.run.result.Looked;
import io.github.mmaplab.run.result.Problem;
import io.github.mmaplab.run.result.ScenarioResult;
import io.github.mmaplab.run.result.Seen;
import io.github.mmaplab.run.result.Verdict;
import io.github.mmaplab.scenario.ReadResult;
import io.github.mmaplab.scenario.ScenarioReader;
import io.github.mmaplab.scenario.model.ContentIs;
import io.github.mmaplab.scenario.model.Location;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ScenarioRunnerTest {

    /** The scene of most stories here: a file that alice maps privately and bob shared, and memory of alice's. */
    private static final String SCENE = """
            scenario: a story
            files: { data.txt: hello }
            processes:
              alice:
                p: { file: data.txt, sharing: private }
                m: { sharing: private, length: 2 pages }
              bob:
                q: { file: data.txt, sharing: shared }
            """;

    private static ScenarioResult play(String story) {
        ReadResult read = ScenarioReader.read("story.yaml", (SCENE + story).getBytes(StandardCharsets.UTF_8));
        assertThat(read.diagnostics()).isEmpty();
        ScenarioResult result = ScenarioRunner.run(read.scenarios().get(0));
        assertThat(result.problems().isEmpty()).isEqualTo(result.passed());
        return result;
    }

    private static <T extends Problem> T onlyProblem(Class<T> kind, String story) {
        ScenarioResult result = play(story);
        assertThat(result.problems()).hasSize(1);
        assertThat(result.problems().get(0)).isInstanceOf(kind);
        return kind.cast(result.problems().get(0));
    }

    @Nested
    class A_step {

        @Test
        void that_fails_and_does_not_say_so_ends_the_scenario_there() {
            Problem.WrongOutcome problem = onlyProblem(Problem.WrongOutcome.class, """
                    steps:
                      - munmap: { alice.m + 1: 1 page }
                      - write: { alice.p: HELLO }
                    expect: { alice.p: never looked at }
                    """);
            assertThat(problem.step()).isEqualTo(1);
            assertThat(problem.actual())
                    .isEqualTo(new Outcome.Failed(
                            Errno.EINVAL, "address 0x100000200001 is not a multiple of the page size, munmap(2)"));
        }

        @Test
        void that_succeeds_and_says_that_it_fails_is_a_problem_too() {
            Problem.WrongOutcome problem = onlyProblem(Problem.WrongOutcome.class, """
                    steps:
                      - munmap: alice.m
                        fails: EINVAL
                    """);
            assertThat(problem.actual().succeeded()).isTrue();
            assertThat(problem.span().text()).isEqualTo("EINVAL");
        }

        @Test
        void that_raises_another_code_than_it_says_is_a_problem() {
            Problem.WrongOutcome problem = onlyProblem(Problem.WrongOutcome.class, """
                    steps:
                      - mprotect: { alice.m: r }
                      - write: { alice.m + 4094: abcd }
                        raises: { signal: SIGSEGV, code: SEGV_MAPERR }
                    """);
            assertThat(problem.place()).hasValue("alice.m + 4094");
            assertThat(problem.actual())
                    .isInstanceOfSatisfying(
                            Outcome.Signalled.class,
                            signalled -> assertThat(signalled.code()).isEqualTo(SignalCode.SEGV_ACCERR));
        }

        @Test
        void over_several_targets_stops_at_the_first_that_fails_and_keeps_what_came_before() {
            assertThat(play("""
                                    steps:
                                      - write: { alice.m: before, alice.m + 8 pages: x, bob.q: after }
                                        raises: SIGSEGV
                                    expect: { alice.m: before, bob.q: hello }
                                    """).passed()).isTrue();
        }

        @Test
        void that_raises_leaves_the_process_alive_and_one_that_dies_does_not() {
            assertThat(play("""
                                    steps:
                                      - write: { alice.m + 2 pages: x }
                                        raises: SIGSEGV
                                      - expect: { alice: { alive: true } }
                                      - write: { alice.m + 2 pages: x }
                                        dies: SIGSEGV
                                    expect: { alice: { alive: false, killed-by: SIGSEGV }, alice.m: { mapped: false } }
                                    """).passed()).isTrue();
        }

        @Test
        void on_a_process_that_has_ended_says_when_and_how_it_ended() {
            Problem.Ended problem = onlyProblem(Problem.Ended.class, """
                    steps:
                      - exit: { alice: 259 }
                      - write: { alice.m: x }
                    expect: { bob.q: hello }
                    """);
            assertThat(problem.how()).isEqualTo("exited with code 3");
            assertThat(problem.endedAt()).isEqualTo(1);
            assertThat(problem.step()).isEqualTo(2);
        }

        @Test
        void whose_range_begins_behind_its_name_and_has_no_length_cannot_be_played() {
            ScenarioResult result = play("""
                    steps: [ munmap: alice.m + 5 pages ]
                    expect: { bob.q: hello }
                    """);
            assertThat(result.verdict()).isEqualTo(Verdict.ERROR);
            assertThat(result.problems()).hasOnlyElementsOfType(Problem.NotPlayable.class);
        }

        @Test
        void that_would_touch_more_than_the_kernel_plays_is_refused_by_name() {
            ScenarioResult result = play("""
                    steps:
                      - mmap: { alice.huge: { sharing: private, length: 1024G } }
                      - write: { alice.huge: { fill: x, length: 1024G } }
                    expect: { bob.q: hello }
                    """);
            assertThat(result.verdict()).isEqualTo(Verdict.ERROR);
            assertThat(result.problems())
                    .first()
                    .isInstanceOfSatisfying(
                            Problem.NotPlayable.class,
                            problem -> assertThat(problem.message()).startsWith("not simulated: an access"));
        }
    }

    @Nested
    class An_expectation {

        @Test
        void that_differs_does_not_hide_the_next() {
            ScenarioResult result = play("expect: { alice.p: HELLO, bob.q: HELLO, data.txt: { size: 6 } }\n");
            assertThat(result.problems()).hasSize(3);
            assertThat(result.checks()).isEqualTo(3);
        }

        @Test
        void of_memory_that_faults_says_where_and_why() {
            Problem.WrongSight problem =
                    onlyProblem(Problem.WrongSight.class, "expect: { alice.m + 8190: { zeros: 4 } }\n");
            assertThat(problem.actual())
                    .isEqualTo(new Seen.Fault(
                            Signal.SIGSEGV, SignalCode.SEGV_MAPERR, "alice.m + 2 pages", "nothing is mapped there"));
        }

        @Test
        void of_a_file_that_ends_before_says_so() {
            Problem.WrongSight problem = onlyProblem(Problem.WrongSight.class, "expect: { data.txt: hello world }\n");
            assertThat(problem.actual()).isInstanceOfSatisfying(Seen.Bytes.class, bytes -> {
                assertThat(bytes.endOfFile()).isTrue();
                assertThat(bytes.firstDifference()).isEqualTo(5);
            });
        }

        @Test
        void looks_at_what_touches_no_memory_first() {
            assertThat(play("expect: { alice.m: { zeros: 1, resident: false } }\n")
                            .passed())
                    .isTrue();
        }

        @Test
        void never_copies_a_page() {
            assertThat(play("expect: { alice.p: hello, memory: { copies: 0, pages: 1 } }\n")
                            .passed())
                    .isTrue();
        }
    }

    @Nested
    class What_was_looked_at {

        @Test
        void is_told_as_data() {
            Problem.WrongSight problem = onlyProblem(Problem.WrongSight.class, """
                    steps:
                      - write: { data.txt: HELLO }
                    expect: { alice.p: hello }
                    """);
            assertThat(problem.looked().on()).isEqualTo(Looked.On.SIMULATED_LINUX);
            assertThat(problem.looked().location().map(Location::written)).hasValue("alice.p");
            assertThat(problem.looked().facet()).isInstanceOf(ContentIs.class);
        }

        @Test
        void is_no_place_where_pages_are_counted() {
            Problem.WrongSight problem = onlyProblem(Problem.WrongSight.class, "expect: { memory: { pages: 7 } }\n");
            assertThat(problem.looked().location()).isEmpty();
        }
    }
}
