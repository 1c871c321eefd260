package io.github.mmaplab.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.kernel.machine.Rules;
import io.github.mmaplab.kernel.machine.Trait;
import io.github.mmaplab.run.Exploration;
import io.github.mmaplab.run.result.Problem;
import io.github.mmaplab.scenario.ScenarioReader;
import io.github.mmaplab.scenario.model.Scenario;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the simulated kernel does on machines that lack a trait. */
class TraitTest {

    private static final String PROCESSES = "processes: { alice: { p: { sharing: private, length: 4 pages } } }\n";
    private static final String FILE =
            "files: { d: { text: hello } }\nprocesses: { alice: { p: { file: d, sharing: shared } } }\n";

    @Test
    void a_first_load_gives_a_page_of_its_own_without_a_zero_page() {
        assertOnlyWithout(Trait.ZERO_PAGE, PROCESSES + """
                steps:
                  - read: alice.p
                  - read: alice.p + 1 page
                expect: { alice.p: { not-same-page-as: alice.p + 1 page }, memory: { pages: 2, copies: 0 } }
                """);
    }

    @Test
    void a_store_after_a_load_needs_no_other_page_without_a_zero_page() {
        assertOnlyWithout(Trait.ZERO_PAGE, PROCESSES + """
                steps:
                  - read: alice.p
                  - fork: { alice: bob }
                  - kill: bob
                  - mprotect: { alice.p: r }
                  - read: alice.p + 1 page
                  - mprotect: { alice.p: rw }
                  - write: { alice.p: x }
                expect: { memory: { pages: 2, copies: 0 } }
                """);
    }

    @Test
    void a_child_shares_the_page_that_a_load_gave_until_it_stores() {
        assertOnlyWithout(Trait.ZERO_PAGE, PROCESSES + """
                steps:
                  - read: alice.p
                  - read: alice.p + 1 page
                  - fork: { alice: bob }
                  - expect:
                      bob.p: { same-page-as: alice.p, not-same-page-as: alice.p + 1 page }
                  - write: { bob.p: x }
                expect: { alice.p: { zeros: 8, not-same-page-as: bob.p }, memory: { pages: 3, copies: 1 } }
                """);
    }

    @Test
    void what_was_stored_after_the_end_appears_when_the_file_grows() {
        assertOnlyWithout(Trait.CLEARED_WHEN_GROWN, FILE + """
                steps: [ write: { alice.p+5: "!" }, truncate: { d: 8 } ]
                expect: { d: { hex: 68 65 6c 6c 6f 21 00 00 } }
                """);
    }

    @Test
    void what_was_stored_after_the_end_survives_msync() {
        assertOnlyWithout(Trait.CLEARED_WHEN_SYNCED, FILE + """
                steps: [ write: { alice.p+5: "!" }, msync: alice.p ]
                expect: { alice.p: hello! }
                """);
    }

    @Test
    void regular_files_behave_as_shared_memory_without_a_disk() {
        assertOnlyWithout(Trait.DISK, FILE + """
                steps: [ write: { alice.p+5: "!" }, msync: alice.p, truncate: { d: 8 } ]
                expect: { d: { hex: 68 65 6c 6c 6f 21 00 00 } }
                """);
    }

    @Test
    void files_are_larger_on_other_file_systems() {
        assertOnlyWithout(Trait.LARGEST_FILE, FILE + """
                steps: [ truncate: { d: 0x100000000000 } ]
                expect: { d: { size: 0x100000000000 } }
                """);
    }

    @Test
    void execute_only_memory_is_not_readable_with_protection_keys() {
        assertOnlyWithout(Trait.EXECUTABLE_IS_READABLE, PROCESSES + """
                steps:
                  - mprotect: { alice.p: x }
                  - { read: alice.p, raises: { signal: SIGSEGV, code: SEGV_ACCERR } }
                """);
    }

    @Test
    void mixed_bits_at_the_top_of_an_address_are_no_fault_of_their_own() {
        assertOnlyWithout(Trait.CANONICAL_ADDRESSES, PROCESSES + """
                steps:
                  - { read: alice.p + 0x4000000000000000, raises: { signal: SIGSEGV, code: SEGV_MAPERR } }
                """);
    }

    @Test
    void older_mremap_moves_one_mapping_at_a_time() {
        assertOnlyWithout(Trait.REMAP_MOVES_SEVERAL, PROCESSES + """
                steps:
                  - mprotect: { alice.p + 1 page: { prot: r, length: 1 page } }
                  - mremap:
                      alice.p: { old-length: 2 pages, length: 2 pages, flags: [maymove, fixed], at: alice.p + 2 pages }
                    fails: EFAULT
                """);
    }

    @Test
    void older_mremap_unmaps_the_new_range_before_it_fails() {
        assertOnlyWithout(Trait.REMAP_CHECKS_FIRST, """
                processes: { alice: { p: { sharing: shared } } }
                steps:
                  - mremap:
                      alice.p: { old-length: 0xfffffffffffff000, length: 1 page, flags: [maymove, fixed], at: alice.p }
                    fails: EINVAL
                expect: { alice.p: { mapped: false } }
                """);
    }

    @Test
    void older_remove_needs_a_writable_mapping() {
        assertOnlyWithout(Trait.REMOVES_READ_ONLY, """
                processes: { alice: { p: { sharing: shared, prot: r } } }
                steps:
                  - { madvise: { alice.p: remove }, fails: EACCES }
                """);
    }

    @Test
    void older_kernels_never_merge_pieces_of_an_attachment() {
        assertOnlyWithout(Trait.ATTACHMENTS_MERGE, """
                files: { seg: { kind: sysv, size: 3 pages } }
                processes: { alice: { p: { file: seg, sharing: shared } } }
                steps:
                  - mprotect: { alice.p: { prot: r, length: 2 pages } }
                  - mprotect: { alice.p+1 page: { prot: rw, length: 1 page } }
                expect: { seg: { attached: 3 } }
                """);
    }

    @Test
    void older_kernels_do_not_drop_locked_memory() {
        assertOnlyWithout(Trait.DROPS_LOCKED, PROCESSES + """
                steps:
                  - { madvise: { alice.p: dontneed_locked }, fails: EINVAL }
                """);
    }

    @Test
    void older_kernels_have_no_guards() {
        assertOnlyWithout(Trait.GUARDS, PROCESSES + """
                steps:
                  - { madvise: { alice.p: guard_install }, fails: EINVAL }
                """);
    }

    @Test
    void older_kernels_put_guards_on_private_anonymous_memory_alone() {
        assertOnlyWithout(Trait.GUARDS_ON_FILES, """
                processes: { alice: { p: { sharing: shared } } }
                steps:
                  - { madvise: { alice.p: guard_install }, fails: EINVAL }
                """);
    }

    @Test
    void kernels_that_do_not_merge_pages_know_no_advice_for_it() {
        assertOnlyWithout(Trait.MERGES_PAGES, PROCESSES + """
                steps:
                  - { madvise: { alice.p: mergeable }, fails: EINVAL }
                """);
    }

    @Test
    void kernels_without_huge_pages_know_no_advice_for_them() {
        assertOnlyWithout(Trait.HUGE_PAGES, PROCESSES + """
                steps:
                  - { madvise: { alice.p: nohugepage }, fails: EINVAL }
                """);
    }

    @Test
    void older_mmap_looks_at_limits_before_it_splits() {
        assertOnlyWithout(Trait.SPLITS_BEFORE_LIMITS, """
                processes: { alice: { p: { sharing: private, length: 2 pages } } }
                steps:
                  - limit: { alice: { address-space: 0 } }
                  - { mmap: { alice.q: { sharing: private, at: alice.p } }, fails: ENOMEM }
                expect: { alice: { maps: [ { at: p, length: 2 pages } ] } }
                """);
    }

    @ParameterizedTest
    @EnumSource
    void is_named_and_said_in_lower_case(Trait trait) {
        assertThat(trait.word()).matches("[a-z]+(-[a-z0-9]+)*");
        assertThat(trait.lack()).matches("[^A-Z].*[^.]");
    }

    @Test
    void the_page_lists_every_trait_and_says_which_are_simulated() throws IOException {
        String page = Files.readString(Path.of("../docs/fidelity.md"));
        List<String> rows = page.lines()
                .filter(line -> line.matches("\\| `[a-z0-9-]+` \\| .* \\| .* \\|"))
                .toList();
        assertThat(rows).hasSameSizeAs(Trait.values());
        for (Trait trait : Trait.values()) {
            assertThat(rows)
                    .filteredOn(row -> row.startsWith("| `" + trait.word() + "` |"))
                    .singleElement()
                    .matches(row -> row.contains("Simulated") == trait.simulated(), "says whether it is simulated");
        }
    }

    /** That a scenario passes on a machine without the trait, and on no usual one. */
    private static void assertOnlyWithout(Trait trait, String story) {
        assertThat(trait.simulated()).isTrue();
        Scenario scenario = ScenarioReader.read(
                        "a.scenario.yaml", ("scenario: S\n" + story).getBytes(StandardCharsets.UTF_8))
                .scenarios()
                .get(0);
        assertThat(problems(scenario, Set.of(trait))).isEmpty();
        assertThat(problems(scenario, Set.of())).isNotEmpty();
    }

    private static List<Problem> problems(Scenario scenario, Set<Trait> lacking) {
        return Exploration.run(scenario, KernelSource.simulated(Rules.LINUX.lacking(lacking)))
                .problems();
    }
}
