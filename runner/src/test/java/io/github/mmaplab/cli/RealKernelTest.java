package io.github.mmaplab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.github.mmaplab.cli.Shell.Outcome;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.cli.host.Linux;
import io.github.mmaplab.cli.host.RealKernel;
import io.github.mmaplab.kernel.machine.Trait;
import io.github.mmaplab.linux.LinuxHost;
import io.github.mmaplab.linux.LinuxUnavailableException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The library on the kernel of this machine, whatever the machine is like, and as if it lacked some traits more; skipped
 * where that can't be had, with the reason.
 */
class RealKernelTest {

    private static final RealKernel.Source LINUX = Host.ofThisProcess().linux();

    static List<Set<Trait>> lacking() {
        return List.of(
                EnumSet.noneOf(Trait.class),
                EnumSet.of(Trait.ZERO_PAGE),
                EnumSet.of(Trait.ZERO_PAGE, Trait.FRAME_NUMBERS_SHOWN),
                EnumSet.of(Trait.PAGE_TABLES_SHOWN));
    }

    @ParameterizedTest
    @MethodSource("lacking")
    void the_library_passes_on_it(Set<Trait> traits) {
        Outcome outcome = without(traits).run("run", "--on", "linux", "scenarios");
        assertThat(outcome.code()).as(outcome.out()).isZero();
        assertThat(outcome.out()).contains("! not checked: ");
        traits.forEach(trait -> assertThat(outcome.out()).contains(trait.lack() + " ("));
    }

    @ParameterizedTest
    @MethodSource("lacking")
    void the_library_is_the_same_on_both_kernels(Set<Trait> traits) {
        Outcome outcome = without(traits).run("compare", "scenarios");
        assertThat(outcome.code()).as(outcome.out()).isZero();
        assertThat(outcome.out()).contains("! not compared: memory", "the same on both kernels");
        traits.forEach(trait -> assertThat(outcome.out()).contains(" runs): " + trait.lack() + "\n"));
    }

    @Test
    void more_processes_than_there_is_room_for_are_refused_by_name(@TempDir Path folder) {
        without(Set.of()); // or it does not run
        String names = IntStream.range(0, 64).mapToObj(i -> "c" + i).collect(Collectors.joining(", "));
        String born = IntStream.range(0, 65)
                .mapToObj(i -> "c" + i + ": { p: { sharing: private } }")
                .collect(Collectors.joining(", "));
        String expected = "expect: { c63.p: { zeros: 1 } }\n";
        Shell shell = new Shell(folder)
                .on(LINUX)
                .file(
                        "a.yaml",
                        "scenario: Many forks\nprocesses: { c: { p: { sharing: private } } }\nsteps:\n"
                                + "  - fork: { c: [" + names + "] }\n" + expected)
                .file(
                        "b.yaml",
                        "scenario: Many processes\nprocesses: { " + born + " }\nsteps: [ read: c0.p ]\n" + expected);
        for (String file : List.of("a.yaml", "b.yaml")) {
            Outcome outcome = shell.run("run", "--on", "linux", file);
            assertThat(outcome.code()).as(outcome.out()).isEqualTo(2);
            assertThat(outcome.out()).contains("not played on the kernel of this machine: more than 64 processes");
        }
    }

    /** No scenario of the library, because no program could be written of it. */
    @Test
    void limits_hold_for_the_heap_on_both_kernels(@TempDir Path folder) {
        without(Set.of()); // or it does not run
        Shell shell = new Shell(folder).on(LINUX).file("a.yaml", """
                scenario: Limits of the heap
                processes:
                  alice: { p: { sharing: private } }
                steps:
                  - limit: { alice: { address-space: 3 pages } }
                  - { brk: { alice: 3 pages }, fails: ENOMEM }
                  - brk: { alice: 2 pages }
                  - limit: { alice: { address-space: 99 pages, data: 5 pages + 10 } }
                  - { brk: { alice: 5 pages }, fails: ENOMEM }
                  - brk: { alice: 4 pages }
                  - limit: { alice: { data: 2 pages + 10 } }
                  - { brk: { alice: 3 pages }, fails: ENOMEM }
                  - { brk: { alice: 2 pages + 11 }, fails: ENOMEM }
                  - brk: { alice: 2 pages + 10 }
                  - limit: { alice: { data: 0 } }
                  - mmap: { alice.q: { sharing: private, length: 9 pages } }
                  - { brk: { alice: 1 }, fails: ENOMEM }
                  - brk: { alice: 0 }
                expect: { alice: { vm-size: 10 pages } }
                """);
        Outcome outcome = shell.run("compare", "a.yaml");
        assertThat(outcome.code()).as(outcome.out()).isZero();
        assertThat(outcome.out()).contains("1 scenario the same on both kernels");
    }

    @Test
    void a_campaign_of_a_minute_finds_no_difference(@TempDir Path found) {
        Outcome outcome = without(Set.of())
                .run("fuzz", "--seed", "2026", "--count", "12000", "--time", "60s", "--out", found.toString());
        assertThat(outcome.code()).as(outcome.out()).isZero();
        assertThat(outcome.out()).contains("no difference").doesNotContain("never done");
        assertThat(found).isEmptyDirectory();
    }

    @Test
    void a_short_campaign_finds_no_difference_without_a_zero_page(@TempDir Path found) {
        Outcome outcome = without(Set.of(Trait.ZERO_PAGE))
                .run("fuzz", "--seed", "2027", "--count", "2000", "--time", "20s", "--out", found.toString());
        assertThat(outcome.code()).as(outcome.out()).isZero();
        assertThat(outcome.out()).contains("no difference");
    }

    /** The machine, as far as it can be asked at all. */
    private static Shell without(Set<Trait> traits) {
        RealKernel.Source source = traits.isEmpty() ? LINUX : () -> linuxWithout(traits);
        try (RealKernel kernel = source.start()) {
            assertThat(kernel.lacking()).containsAll(traits);
        } catch (UsageException e) {
            abort(e.getMessage());
        }
        return new Shell(Path.of("..")).on(source);
    }

    private static Linux linuxWithout(Set<Trait> traits) throws UsageException {
        try {
            return new Linux(LinuxHost.startWithout(traits));
        } catch (LinuxUnavailableException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }
}
