package io.github.mmaplab.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.abi.Data;
import io.github.mmaplab.kernel.Kernel;
import io.github.mmaplab.kernel.KernelLostException;
import io.github.mmaplab.kernel.KernelSource;
import io.github.mmaplab.kernel.call.Store;
import io.github.mmaplab.kernel.machine.Rules;
import io.github.mmaplab.run.result.NotChecked;
import io.github.mmaplab.run.result.Problem;
import io.github.mmaplab.run.result.Reply;
import io.github.mmaplab.run.result.ScenarioResult;
import io.github.mmaplab.run.result.Verdict;
import io.github.mmaplab.scenario.ScenarioReader;
import io.github.mmaplab.scenario.model.Order;
import io.github.mmaplab.scenario.model.Scenario;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Alice stores A, then B beside it; bob looks, or stores. */
class ExplorationTest {

    private static Scenario scenario(String rest) {
        String text = """
                scenario: A sample
                files: { data.txt: xx }
                processes:
                  alice: { p: { file: data.txt, sharing: shared } }
                  bob: { q: { file: data.txt, sharing: shared }, copy: { file: data.txt, sharing: private } }
                """ + rest;
        var read = ScenarioReader.read("a.scenario.yaml", text.getBytes(StandardCharsets.UTF_8));
        assertThat(read.diagnostics()).isEmpty();
        return read.scenarios().get(0);
    }

    private static final String STORES = """
            steps:
              - concurrently:
                  alice: [ write: { alice.p: A }, write: { alice.p+1: B } ]
                  bob: [ write: { bob.copy+2: C } ]
            """;

    private static ScenarioResult run(String rest) {
        return ScenarioRunner.run(scenario(rest));
    }

    private static Problem.InOrder broken(ScenarioResult result) {
        assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(result.problems()).hasSize(1);
        return (Problem.InOrder) result.problems().get(0);
    }

    private static String order(Problem.InOrder problem) {
        return problem.scenario()
                .order()
                .map(order -> order.words(problem.step()))
                .orElse("");
    }

    @Test
    void a_plain_row_holds_in_every_order_or_is_broken() {
        assertThat(run(STORES + "expect: { data.txt: AB }\n").passed()).isTrue();
        Problem.InOrder problem = broken(run(STORES + "expect: { bob.copy: ABC }\n"));
        assertThat(problem.broken()).isEqualTo(2);
        assertThat(problem.orders()).isEqualTo(3);
    }

    @Test
    void always_says_the_same_as_a_plain_row() {
        assertThat(run(STORES + "expect: { always: [ { data.txt: AB }, { bob.q: AB } ] }\n")
                        .passed())
                .isTrue();
        assertThat(broken(run(STORES + "expect: { always: { bob.copy: ABC } }\n"))
                        .broken())
                .isEqualTo(2);
    }

    @Test
    void the_order_shown_has_the_fewest_switches_then_the_fewest_steps() {
        Problem.InOrder problem = broken(run("""
                steps:
                  - concurrently:
                      alice: [ write: { alice.p: A }, write: { alice.p+1: B }, read: alice.p ]
                      bob: [ read: bob.q, expect: { bob.q: xx }, read: bob.q ]
                expect: { data.txt: AB }
                """));
        assertThat(order(problem)).isEqualTo("alice 1, bob 1, bob 2");
        assertThat(problem.broken()).isEqualTo(16);
        assertThat(problem.orders()).isEqualTo(20);
    }

    @Test
    void what_fails_in_some_order_fails_the_scenario_there() {
        Problem.InOrder problem = broken(run("""
                steps:
                  - concurrently:
                      alice: [ read: alice.p ]
                      carol: [ truncate: { data.txt: 0 } ]
                expect: { data.txt: { size: 0 } }
                """));
        assertThat(problem.problem()).isInstanceOf(Problem.WrongOutcome.class);
        assertThat(order(problem)).isEqualTo("carol 1, alice 1");
    }

    @Test
    void each_thing_that_is_broken_is_shown_in_its_own_shortest_order() {
        ScenarioResult result = run(STORES + "expect: { never: [ { bob.copy: xxC }, { bob.copy: ABC } ] }\n");
        assertThat(result.problems())
                .extracting(problem -> order((Problem.InOrder) problem))
                .containsExactly("alice 1, alice 2, bob 1", "bob 1, alice 1, alice 2");
    }

    @Test
    void sometimes_needs_one_order_for_the_whole_table() {
        assertThat(run(STORES + "expect: { sometimes: [ { bob.copy: xxC }, { bob.copy: AxC } ] }\n")
                        .passed())
                .isTrue();
        ScenarioResult result = run(STORES + "expect: { sometimes: { bob.copy: xxC, bob.q: xx } }\n");
        assertThat(result.problems()).hasSize(1);
        Problem.NeverHolds never = (Problem.NeverHolds) result.problems().get(0);
        assertThat(never.orders()).isEqualTo(3);
        assertThat(never.instead())
                .extracting(instead -> instead.differing().size() + " in " + instead.orders())
                .containsExactly("1 in 1", "2 in 1", "2 in 1");
    }

    @Test
    void never_allows_a_part_of_the_table() {
        assertThat(run(STORES + "expect: { never: { bob.copy: xxC, bob.q: xx } }\n")
                        .passed())
                .isTrue();
        Problem.InOrder problem = broken(run(STORES + "expect: { never: { bob.copy: AxC, bob.q: AB } }\n"));
        assertThat(problem.problem()).isInstanceOf(Problem.Holds.class);
        assertThat(problem.broken()).isEqualTo(1);
    }

    @Test
    void a_table_in_a_step_is_judged_at_its_moment() {
        assertThat(run(STORES + """
                  - expect: { sometimes: { bob.copy: AxC }, never: { data.txt: ZZ } }
                  - write: { bob.q: ZZ }
                expect: { data.txt: ZZ }
                """).passed()).isTrue();
    }

    @Test
    void a_process_that_has_ended_in_some_order_does_not_hold_there() {
        String story = """
                steps:
                  - concurrently:
                      alice: [ fork: { alice: child } ]
                      bob: [ exit: bob ]
                  - expect:
                """;
        assertThat(run(story + "      sometimes: { bob: { alive: false } }\n").passed())
                .isTrue();
        assertThat(run(story + "      sometimes: { bob.q: xx }\n").verdict()).isEqualTo(Verdict.FAILED);
    }

    /** Each stores and looks three times: 18!/(6!)^3 orders. */
    private static String threeTimes(String expect) {
        StringBuilder steps = new StringBuilder("steps:\n  - concurrently:\n");
        for (String branch : List.of("A", "B", "C")) {
            String once = "write: { alice.p: " + branch + " }, read: alice.p";
            steps.append("      ")
                    .append(branch)
                    .append(": [ ")
                    .append(String.join(", ", once, once, once))
                    .append(" ]\n");
        }
        return steps + expect;
    }

    @Test
    void seventeen_million_orders_are_counted_one_by_one() {
        assertThat(run(threeTimes(
                                "expect: { sometimes: [ { data.txt+0: A }, { data.txt+0: B } ], never: { data.txt+0: x } }"))
                        .passed())
                .isTrue();
        Problem.InOrder problem = broken(run(threeTimes("expect: { data.txt+0: C }")));
        assertThat(problem.orders()).isEqualTo(17_153_136);
        assertThat(problem.broken()).as("those in which C is not last").isEqualTo(17_153_136 * 2 / 3);
    }

    @Test
    void what_is_found_before_the_search_gives_up_is_certain() {
        String expect = "expect: { sometimes: { data.txt+0: Z }, never: { data.txt+0: x } }";
        ScenarioResult undecided =
                Exploration.run(scenario(threeTimes(expect)), KernelSource.simulated(Rules.LINUX), 100);
        assertThat(undecided.verdict()).isEqualTo(Verdict.ERROR);
        assertThat(undecided.problems())
                .singleElement()
                .isInstanceOfSatisfying(
                        Problem.NotDecided.class,
                        problem -> assertThat(problem.states()).isBetween(100L, 110L));
    }

    @Test
    void of_too_many_orders_another_kernel_plays_those_that_tell_most() {
        int[] booted = {0};
        ScenarioResult result = Exploration.run(
                scenario(threeTimes("expect: { sometimes: [ { data.txt+0: A }, { data.txt+0: B } ] }")), pageSize -> {
                    booted[0]++;
                    return another(KernelSource.simulated(Rules.LINUX).boot(pageSize), operation -> false);
                });
        assertThat(result.passed()).isTrue();
        assertThat(booted[0]).isEqualTo(1_000);
        assertThat(result.notChecked())
                .singleElement()
                .extracting(NotChecked::why)
                .isEqualTo("of 17,153,136 orders, the 1000 that tell most are played");
    }

    @Test
    void a_kernel_that_is_lost_ends_it_all() {
        int[] booted = {0};
        KernelSource fragile = pageSize -> {
            if (++booted[0] == 2) {
                throw new KernelLostException("it is gone");
            }
            return another(KernelSource.simulated(Rules.LINUX).boot(pageSize), operation -> false);
        };
        ScenarioResult result = Exploration.run(scenario(STORES + "expect: { data.txt: AB }\n"), fragile);
        assertThat(result.verdict()).isEqualTo(Verdict.ERROR);
        assertThat(booted[0]).isEqualTo(2);
    }

    @Test
    void a_kernel_that_is_lost_in_the_middle_of_an_order_ends_it_all() {
        int[] booted = {0};
        KernelSource fragile = pageSize -> {
            booted[0]++;
            return another(KernelSource.simulated(Rules.LINUX).boot(pageSize), Store.class::isInstance);
        };
        ScenarioResult result = Exploration.run(scenario(STORES + "expect: { data.txt: AB }\n"), fragile);
        assertThat(result.verdict()).isEqualTo(Verdict.ERROR);
        assertThat(booted[0]).isOne();
        assertThat(((Problem.InOrder) result.problems().get(0)).problem())
                .isInstanceOfSatisfying(
                        Problem.KernelLost.class,
                        lost -> assertThat(lost.message()).isEqualTo("the kernel is lost: it is gone"));
    }

    /** A kernel that is not the simulated one, so that each order is played, and that is lost at some operations. */
    private static Kernel another(Kernel kernel, Predicate<Object> isLostAt) {
        return (Kernel) Proxy.newProxyInstance(
                Kernel.class.getClassLoader(), new Class<?>[] {Kernel.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("perform") && isLostAt.test(arguments[0])) {
                        throw new KernelLostException("it is gone");
                    }
                    return method.invoke(kernel, arguments);
                });
    }

    @Test
    void one_order_is_played_as_ever() {
        Scenario plain = scenario("steps: [ write: { alice.p: A } ]\nexpect: { bob.q: Ax }\n");
        ScenarioResult result = Exploration.run(plain, KernelSource.simulated(Rules.LINUX));
        assertThat(result).isEqualTo(ScenarioRunner.run(plain));
        assertThat(plain.order().map(Order::words)).isEmpty();
    }

    @Test
    void answers_over_orders_are_a_set_in_an_order_of_their_own() {
        Reply.Several one = new Reply.Several(List.of(bytes("b"), bytes("a"), bytes("b")));
        assertThat(one).isEqualTo(new Reply.Several(List.of(bytes("a"), bytes("b"))));
        assertThat(one.members()).containsExactly(bytes("a"), bytes("b"));
    }

    private static Reply bytes(String text) {
        return new Reply.Bytes(Data.of(text.getBytes(StandardCharsets.UTF_8)));
    }
}
