package io.github.mmaplab.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.kernel.KernelSource;
import io.github.mmaplab.kernel.machine.Canonical;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.kernel.machine.Rule;
import io.github.mmaplab.kernel.machine.Rules;
import io.github.mmaplab.run.result.ScenarioResult;
import io.github.mmaplab.scenario.ScenarioReader;
import io.github.mmaplab.scenario.model.Scenario;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * No part of a canonical form can be left out. For each there is a scenario with two orders that lead to machines which differ
 * in this part alone; without it the search takes them for one machine, and misses something.
 */
final class CanonicalTest {
    private static final String FILES = """
            scenario: two orders
            files: { f: { pages: [AA] }, g: { pages: [GG] }, m: { kind: memfd, size: 2 pages } }
            """;

    private static final String ANONYMOUS = FILES + """
            processes:
              alice: { p: { sharing: private, length: 2 pages } }
            steps:
            """;

    private static final String SHARED_FILE = FILES + """
            processes:
              alice: { p: { file: f, sharing: shared } }
              bob: { p: { file: f, sharing: shared } }
            steps:
            """;

    private static String story(Canonical.Part part) {
        return switch (part) {
            case STATUS -> ANONYMOUS + """
                      - concurrently:
                          a: [ exit: { alice: 1 } ]
                          b: [ exit: { alice: 2 } ]
                    expect: { sometimes: [ { alice: { exit-code: 1 } }, { alice: { exit-code: 2 } } ] }
                    """;
            case GENERATIONS -> ANONYMOUS + """
                      - concurrently:
                          a: [ fork: { alice: bob }, exit: bob ]
                          b: [ write: { alice.p: X } ]
                      - write: { alice.p: Y }
                    expect: { sometimes: [ { memory: { copies: 0 } }, { memory: { copies: 1 } } ] }
                    """;
            case LIMITS -> ANONYMOUS + """
                      - concurrently:
                          a: [ limit: { alice: { locked: 0 } } ]
                          b: [ limit: { alice: { locked: 1 page } } ]
                      - { mlock: { alice.p: 1 page }, label: lock }
                    expect: { sometimes: [ { lock: EPERM }, { lock: ok } ] }
                    """;
            case HEAP -> ANONYMOUS + """
                      - concurrently:
                          a: [ brk: { alice: 1 page } ]
                          b: [ exec: alice ]
                      - munmap: { alice.heap: 1 page }
                      - { brk: { alice: 0 }, label: shrink }
                    expect: { sometimes: [ { shrink: ok }, { shrink: ENOMEM } ] }
                    """;
            case HELD -> SHARED_FILE + """
                      - read: alice.p
                      - read: bob.p
                      - concurrently:
                          a: [ write: { alice.p: A } ]
                          b: [ msync: alice.p ]
                      - write: { bob.p: B }
                      - msync: bob.p
                    expect: { sometimes: [ { alice.p: A }, { alice.p: B } ] }
                    """;
            case RANGES -> ANONYMOUS + """
                      - concurrently:
                          a: [ munmap: { alice.p + 1 page: 1 page } ]
                          b: [ fork: { alice: bob } ]
                    expect:
                      sometimes: [ { bob.p + 1 page: { mapped: true } }, { bob.p + 1 page: { mapped: false } } ]
                    """;
            case PROTECTIONS -> ANONYMOUS + """
                      - concurrently:
                          a: [ mprotect: { alice.p: none } ]
                          b: [ mprotect: { alice.p: r } ]
                    expect: { sometimes: [ { alice.p: { prot: none } }, { alice.p: { prot: r } } ] }
                    """;
            case SHARING -> ANONYMOUS + """
                      - concurrently:
                          a: [ mmap: { alice.p: { at: alice.p, file: f, sharing: private, flags: [noreserve] } } ]
                          b: [ mmap: { alice.p: { at: alice.p, file: f, sharing: shared, flags: [noreserve] } } ]
                      - write: { alice.p: Z }
                    expect: { sometimes: [ { f+0: ZA }, { f+0: AA } ] }
                    """;
            case FILES -> ANONYMOUS + """
                      - concurrently:
                          a: [ mmap: { alice.p: { at: alice.p, file: f, sharing: private } } ]
                          b: [ mmap: { alice.p: { at: alice.p, file: g, sharing: private } } ]
                    expect: { sometimes: [ { alice.p: AA }, { alice.p: GG } ] }
                    """;
            case OPENS -> FILES + """
                    processes:
                      alice:
                        p: { file: m, sharing: shared }
                        z: { sharing: private }
                    steps:
                      - mprotect: { alice.p: { length: 1 page, prot: r } }
                      - munmap: alice.z
                      - mremap: { alice.p + 1 page: { length: 1 page, flags: [maymove, fixed], at: alice.z } }
                      - concurrently:
                          a: [ mremap: { alice.z: { flags: [maymove, fixed], at: alice.p + 1 page } } ]
                          b: [ mmap: { alice.q: { at: alice.p + 1 page, file: m, offset: 1 page, length: 1 page, sharing: shared } } ]
                      - mprotect: { alice.p: { length: 2 pages, prot: r } }
                    expect:
                      sometimes:
                        - { alice: { maps: [ { at: p, length: 2 pages } ] } }
                        - { alice: { maps: [ { at: p, length: 1 page }, { at: p + 1 page, length: 1 page } ] } }
                    """;
            case DESCRIPTORS -> FILES + """
                    processes: [ alice ]
                    steps:
                      - open: { alice.d: { file: f } }
                      - concurrently:
                          a: [ close: alice.d ]
                          b: [ open: { alice.d: { file: f } } ]
                      - mmap: { alice.p: { fd: d, sharing: shared } }
                        label: map
                    expect: { sometimes: [ { map: ok }, { map: EBADF } ] }
                    """;
            case FLAGS -> ANONYMOUS + """
                      - concurrently:
                          a: [ madvise: { alice.p: dontfork } ]
                          b: [ madvise: { alice.p: dofork } ]
                      - fork: { alice: bob }
                    expect: { sometimes: [ { bob.p: { mapped: true } }, { bob.p: { mapped: false } } ] }
                    """;
            case FAMILIES -> ANONYMOUS + """
                      - madvise: { alice.p + 1 page: dontfork }
                      - write: { alice.p + 1 page: Z }
                      - concurrently:
                          a: [ write: { alice.p: X }, madvise: { alice.p: { length: 1 page, advice: dontneed } } ]
                          b: [ mprotect: { alice.p: { length: 1 page, prot: r } }, mprotect: { alice.p: { length: 1 page, prot: rw } } ]
                      - madvise: { alice.p + 1 page: dofork }
                    expect:
                      sometimes:
                        - { alice: { maps: [ { at: p, length: 2 pages } ] } }
                        - { alice: { maps: [ { at: p, length: 1 page }, { at: p + 1 page, length: 1 page } ] } }
                    """;
            case ENTRIES -> ANONYMOUS + """
                      - concurrently:
                          a: [ read: alice.p ]
                          b: [ mprotect: { alice.p: none }, mprotect: { alice.p: rw } ]
                    expect: { sometimes: [ { alice.p: { resident: true } }, { alice.p: { resident: false } } ] }
                    """;
            case GUARDS -> ANONYMOUS + """
                      - concurrently:
                          a: [ madvise: { alice.p: guard_install } ]
                          b: [ madvise: { alice.p: guard_remove } ]
                      - read: alice.p
                        label: read
                    expect: { sometimes: [ { read: ok }, { read: SIGSEGV } ] }
                    """;
            case CONTENT -> ANONYMOUS + """
                      - concurrently:
                          a: [ write: { alice.p: A } ]
                          b: [ write: { alice.p: B } ]
                    expect: { sometimes: [ { alice.p: A }, { alice.p: B } ] }
                    """;
            case GIVEN_UP -> ANONYMOUS + """
                      - write: { alice.p: A }
                      - concurrently:
                          a: [ write: { alice.p: A } ]
                          b: [ madvise: { alice.p: free } ]
                      - madvise: { alice.p: pageout }
                    expect: { alice: { alive: true } }
                    """;
            case SIZES -> ANONYMOUS + """
                      - concurrently:
                          a: [ truncate: { m: 1 page } ]
                          b: [ truncate: { m: 2 pages } ]
                    expect: { sometimes: [ { m: { size: 1 page } }, { m: { size: 2 pages } } ] }
                    """;
            case NAMES -> ANONYMOUS + """
                      - concurrently:
                          a: [ unlink: f ]
                          b: [ read: alice.p ]
                      - unlink: f
                    expect: { alice: { alive: true } }
                    """;
            case SEALS -> ANONYMOUS + """
                      - concurrently:
                          a: [ { seal: { m: [shrink] }, label: sealed } ]
                          b: [ seal: { m: [seal] } ]
                      - truncate: { m: 0 }
                        label: cut
                    expect:
                      sealed: { one-of: [ok, EPERM] }
                      sometimes: [ { cut: ok }, { cut: EPERM } ]
                    """;
            case PAGE_CACHE -> FILES + """
                    processes:
                      alice: { p: { file: m, sharing: shared } }
                    steps:
                      - concurrently:
                          a: [ read: alice.p, madvise: { alice.p: dontneed } ]
                          b: [ mprotect: { alice.p: none }, mprotect: { alice.p: rw } ]
                    expect: { sometimes: [ { alice.p: { resident: true } }, { alice.p: { resident: false } } ] }
                    """;
            case DISKS -> SHARED_FILE + """
                      - concurrently:
                          a: [ write: { alice.p: Z } ]
                          b: [ msync: alice.p ]
                    expect: { sometimes: [ { f+0: { on-disk: ZA } }, { f+0: { on-disk: AA } } ] }
                    """;
            case HISTORY -> SHARED_FILE + """
                      - concurrently:
                          a: [ write: { alice.p: Z }, write: { alice.p: A } ]
                          b: [ msync: alice.p ]
                      - crash: machine
                    expect: { sometimes: [ { f+0: ZA }, { f+0: AA } ] }
                    """;
            case COPIES -> ANONYMOUS + """
                      - write: { alice.p: A }
                      - fork: { alice: bob }
                      - concurrently:
                          a: [ write: { alice.p: B } ]
                          b: [ exit: bob ]
                    expect: { sometimes: [ { memory: { copies: 0 } }, { memory: { copies: 1 } } ] }
                    """;
        };
    }

    private static Rules rules(Canonical.Part part) {
        return switch (part) {
            case GENERATIONS -> Rules.LINUX.without(Rule.LAST_OWNER_REUSES);
            case HELD -> Rules.LINUX.without(Rule.STORES_ARE_SEEN_AT_ONCE);
            default -> Rules.LINUX;
        };
    }

    @ParameterizedTest
    @EnumSource
    void no_part_can_be_left_out(Canonical.Part part) {
        var read = ScenarioReader.read("a.scenario.yaml", story(part).getBytes(StandardCharsets.UTF_8));
        assertThat(read.diagnostics()).isEmpty();
        Scenario scenario = read.scenarios().get(0);
        ScenarioResult replayed =
                new Replay(scenario, KernelSource.simulated(rules(part)), true, Map.of()).inAllOrders();
        assertThat(Told.of(searched(scenario, rules(part), Set.of())))
                .as("with all parts")
                .isEqualTo(Told.of(replayed));
        assertThat(Told.of(searched(scenario, rules(part), Set.of(part))))
                .as("without " + part)
                .isNotEqualTo(Told.of(replayed));
    }

    private static ScenarioResult searched(Scenario scenario, Rules rules, Set<Canonical.Part> without) {
        Machine machine = Machine.boot(new PageSize(scenario.pageSize()), rules);
        return new OrderSearch(scenario, machine, true, Map.of(), without).run(Exploration.MOST_STATES);
    }
}
