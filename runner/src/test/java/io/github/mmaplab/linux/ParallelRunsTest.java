package io.github.mmaplab.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;

import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.kernel.ParallelKernel;
import io.github.mmaplab.kernel.machine.Rule;
import io.github.mmaplab.kernel.machine.Rules;
import io.github.mmaplab.library.Library;
import io.github.mmaplab.run.Exploration;
import io.github.mmaplab.run.ParallelPlan;
import io.github.mmaplab.run.result.ParallelRuns;
import io.github.mmaplab.scenario.ScenarioReader;
import io.github.mmaplab.scenario.model.Scenario;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Branches that run at once on the kernel of this machine show what the search of their orders predicts. */
@Timeout(300)
final class ParallelRunsTest {
    /** How often each scenario of the library runs; {@code -Dparallel.runs=1000} tries harder. */
    private static final int RUNS = Integer.getInteger("parallel.runs", 25);

    @SuppressWarnings("NullAway.Init") // set below
    private LinuxHost host;

    @BeforeEach
    void start() {
        try {
            host = LinuxHost.start();
        } catch (LinuxUnavailableException e) {
            abort(e.getMessage());
        }
    }

    @AfterEach
    void stop() {
        host.close();
    }

    private ParallelRuns run(Scenario scenario, Rules rules, int runs) throws ParallelPlan.NotParallelException {
        return ParallelPlan.of(scenario, rules, Exploration.MOST_STATES)
                .run(run -> (ParallelKernel) host.boot(new PageSize(scenario.pageSize())), runs, 7);
    }

    private static Scenario scenario(String text) {
        var read = ScenarioReader.read("a.scenario.yaml", text.getBytes(StandardCharsets.UTF_8));
        assertThat(read.diagnostics()).isEmpty();
        return read.scenarios().get(0);
    }

    @Test
    void the_library() throws IOException {
        List<String> notParallel = new ArrayList<>();
        int played = 0;
        for (Scenario scenario : Library.asWritten()) {
            if (scenario.isConcurrent()
                    && scenario.pageSize() == host.pageSize().bytes()) {
                try {
                    assertThat(run(scenario, Rules.LINUX, RUNS).unpredicted())
                            .as(scenario.title())
                            .isFalse();
                    played++;
                } catch (ParallelPlan.NotParallelException e) {
                    notParallel.add(scenario.title() + ": " + e.getMessage());
                }
            }
        }
        assertThat(notParallel)
                .allSatisfy(reason -> assertThat(reason)
                        .containsAnyOf("waits with `until`", "or what it stores", "is about the names of files"));
        assertThat(played).isGreaterThan(30);
    }

    private static final String COPIED = """
            scenario: A page is copied at the first store
            files: { data.txt: old }
            processes: { alice: { p: { file: data.txt, sharing: private } } }
            steps:
              - concurrently:
                  alice: [ write: { alice.p: A }, read: alice.p ]
                  writer: [ write: { data.txt: n }, write: { data.txt + 2: w } ]
            expect: { data.txt: nlw, alice.p + 1: { one-of: [ld, lw] } }
            """;

    @Test
    void what_a_mistaken_kernel_predicts_is_not_what_is_seen() throws ParallelPlan.NotParallelException {
        Scenario scenario = scenario(COPIED);
        assertThat(run(scenario, Rules.LINUX, 50).unpredicted()).isFalse();
        assertThat(run(scenario, Rules.LINUX.without(Rule.PRIVATE_STORES_COPY), 50)
                        .unpredicted())
                .isTrue();
        Scenario forking = scenario("""
                scenario: A child has memory of its own
                processes: { alice: { p: { sharing: private } } }
                steps:
                  - write: { alice.p: AB }
                  - concurrently:
                      a: [ write: { alice.p: C } ]
                      b: [ fork: { alice: child }, read: child.p, write: { child.p: D } ]
                expect: { alice.p: CB, child.p: DB }
                """);
        assertThat(run(forking, Rules.LINUX, 50).unpredicted()).isFalse();
        assertThat(run(forking, Rules.LINUX.without(Rule.FORK_SEPARATES_PRIVATE), 50)
                        .unpredicted())
                .isTrue();
    }

    @Test
    void threads_of_one_process_fault_at_once() throws ParallelPlan.NotParallelException {
        ParallelRuns runs = run(scenario("""
                        scenario: Two threads, one of which takes the memory away
                        processes: { alice: { p: { sharing: private, length: 2 pages }, seen: { sharing: private } } }
                        steps:
                          - write: { alice.p: A, alice.p + 1 page: B }
                          - concurrently:
                              first:
                                - write: { alice.p: a }
                                - read: alice.p + 1 page
                              second:
                                - munmap: { alice.p: 1 page }
                                - mprotect: { alice.p + 1 page: { prot: none, length: 1 page } }
                              third:
                                - read: alice.p + 8 pages
                                  raises: SIGSEGV
                        expect: { alice.seen: { zeros: 1 } }
                        """), Rules.LINUX, 200);
        assertThat(runs.unpredicted()).isFalse();
        assertThat(runs.seen()).isGreaterThan(1);
    }

    @Test
    void a_branch_is_about_several_processes_that_begin_and_end() throws ParallelPlan.NotParallelException {
        ParallelRuns runs = run(scenario("""
                        scenario: Processes come and go
                        files: { mem: { text: ........, kind: memfd }, data.txt: hello }
                        processes:
                          alice: { p: { file: mem, sharing: shared } }
                          bob: { p: { file: mem, sharing: shared }, end: { file: data.txt, sharing: shared } }
                          carol: { p: { file: mem, sharing: shared }, end: { file: data.txt, sharing: shared } }
                        steps:
                          - concurrently:
                              one:
                                - fork: { alice: child }
                                - write: { child.p: "1", alice.p + 1: "2" }
                                - exit: { child: 3 }
                                - write: { alice.p + 2: "3" }
                                - fork: { alice: other }
                                - kill: other
                                - exec: alice
                                - mmap: { alice.n: { file: mem, sharing: shared } }
                                - write: { alice.n + 3: "4" }
                              two:
                                - truncate: { data.txt: 0 }
                                - read: bob.end
                                  dies: SIGBUS
                                - write: { mem+4: "5" }
                                - kill: carol
                                - write: { mem+5: "6" }
                                - unlink: data.txt
                        expect:
                          mem: 123456..
                          child: { exit-code: 3 }
                          other: { killed-by: SIGKILL }
                          bob: { killed-by: SIGBUS }
                          carol: { killed-by: SIGKILL }
                        """), Rules.LINUX, 100);
        assertThat(runs.unpredicted()).isFalse();
        assertThat(runs.rows()).hasSize(1);
    }

    @Test
    void names_go_on_meaning_what_the_branches_made_of_them() throws ParallelPlan.NotParallelException {
        ParallelRuns runs = run(scenario("""
                        scenario: Mapped in branches
                        processes: { alice: { p: { sharing: private } } }
                        steps:
                          - write: { alice.p: A }
                          - concurrently:
                              one: [ mmap: { alice.q: { sharing: private, at: alice.p } }, write: { alice.q: Q } ]
                              two: [ mmap: { alice.r: { sharing: private } }, write: { alice.r: R } ]
                          - concurrently:
                              one: [ mremap: { alice.r: { length: 3 pages, flags: [maymove] } }, write: { alice.r + 2 pages: S } ]
                              two: [ read: alice.q ]
                        expect: { alice.p: Q, alice.q: Q, alice.r: R, alice.r + 2 pages: S }
                        """), Rules.LINUX, 50);
        assertThat(runs.unpredicted()).isFalse();
        assertThat(runs.seen()).isEqualTo(runs.predicted()).isEqualTo(1);
    }

    @Test
    void what_cannot_be_predicted_is_named() {
        assertThatThrownBy(() -> run(scenario("""
                                scenario: A process that may have ended
                                processes: { alice: { p: { sharing: private } } }
                                steps:
                                  - concurrently:
                                      one: [ read: alice.p ]
                                      two: [ kill: alice ]
                                expect: { alice: { killed-by: SIGKILL } }
                                """), Rules.LINUX, 1))
                .hasMessage("in 1 order, it can't be played to its end; `mmaplab run` says why");
        assertThatThrownBy(() -> run(scenario("""
                                scenario: A program is replaced while it runs
                                processes: { alice: { p: { sharing: private } } }
                                steps:
                                  - concurrently:
                                      one:
                                        - mmap: { alice.q: { sharing: private } }
                                      two: [ exec: alice ]
                                expect: { alice: { alive: true } }
                                """), Rules.LINUX, 1))
                .hasMessageContaining("replaces the program of a process");
    }
}
