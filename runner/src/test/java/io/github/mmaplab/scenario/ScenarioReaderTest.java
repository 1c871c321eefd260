package io.github.mmaplab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.abi.Argument;
import io.github.mmaplab.abi.Errno;
import io.github.mmaplab.abi.FileKind;
import io.github.mmaplab.abi.Flags;
import io.github.mmaplab.abi.MapFlag;
import io.github.mmaplab.abi.OpenMode;
import io.github.mmaplab.abi.Protection;
import io.github.mmaplab.abi.RemapFlag;
import io.github.mmaplab.abi.Sharing;
import io.github.mmaplab.abi.Signal;
import io.github.mmaplab.abi.SignalCode;
import io.github.mmaplab.abi.SyncFlag;
import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.scenario.model.Content;
import io.github.mmaplab.scenario.model.ContentIs;
import io.github.mmaplab.scenario.model.Expectation;
import io.github.mmaplab.scenario.model.ExpectedOutcome;
import io.github.mmaplab.scenario.model.FileMode;
import io.github.mmaplab.scenario.model.FileSpec;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.MappingSpec;
import io.github.mmaplab.scenario.model.MemoryFacet;
import io.github.mmaplab.scenario.model.ProcessFacet;
import io.github.mmaplab.scenario.model.ProcessSpec;
import io.github.mmaplab.scenario.model.PropertyIs;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.scenario.model.Step;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What right files mean. */
final class ScenarioReaderTest {
    private static final String EXPECT = "expect: { alice: { alive: true } }\n";
    private static final String HEAD = """
            scenario: An example
            files: { data.txt: hello, my-data.txt: hello }
            processes:
              alice:
                p: { file: data.txt, sharing: private }
                q: { sharing: shared }
              bob:
            """;

    private static ReadResult read(String text) {
        return ScenarioReader.read("example", text.getBytes(StandardCharsets.UTF_8));
    }

    private static Scenario one(String text) {
        ReadResult result = read(text);
        assertThat(result.diagnostics()).isEmpty();
        assertThat(result.scenarios()).hasSize(1);
        return result.scenarios().get(0);
    }

    private static <S extends Step> S step(Class<S> type, String step) {
        List<Step> steps = one(HEAD + "steps:\n  - " + step + "\n" + EXPECT).steps();
        return type.cast(steps.get(steps.size() - 1));
    }

    private static List<Code> codes(String text) {
        return read(text).diagnostics().stream().map(Diagnostic::code).toList();
    }

    private static String text(Content content) {
        return new String(content.bytes(0, (int) content.length()), StandardCharsets.UTF_8);
    }

    @Nested
    final class Sizes {
        @ParameterizedTest
        @CsvSource({
            "0, 0",
            "4096, 4096",
            "0x1000, 4096",
            "0xFfF, 4095",
            "0x0010, 16",
            "4K, 4096",
            "2M, 2097152",
            "1G, 1073741824",
            "1 page, 4096",
            "3 pages, 12288",
            "1 pages, 4096",
            "0 pages, 0",
            "1 page + 100, 4196",
            "1 page+100+0x10, 4212",
            "1K +1 page, 5120",
            "18446744073709551615, 18446744073709551615",
            "0xffffffffffffffff, 18446744073709551615",
            "18446744073709551614 + 1, 18446744073709551615",
            "4503599627370495 pages, 18446744073709547520",
        })
        void are_bytes(String written, String bytes) {
            Step.OnRange step = step(Step.OnRange.class, "munmap: { alice.p: " + written + " }");
            assertThat(Long.toUnsignedString(
                            step.targets().get(0).range().length().orElseThrow()))
                    .isEqualTo(bytes);
        }

        @Test
        void count_pages_of_the_scenario() {
            Scenario scenario = one("page-size: 64K\n" + HEAD + "steps:\n  - munmap: { alice.p: 2 pages }\n" + EXPECT);
            Step.OnRange step = (Step.OnRange) scenario.steps().get(0);
            assertThat(scenario.pageSize()).isEqualTo(65536);
            assertThat(step.targets().get(0).range().length()).hasValue(131072);
        }
    }

    @Nested
    final class Locations {
        @ParameterizedTest
        @CsvSource({
            "alice.p, 0",
            "alice.p+1 page, 4096",
            "alice.p + 1 page, 4096",
            "alice.p-16, -16",
            "alice.p - 16, -16",
            "alice.p + 2 pages - 16, 8176",
            "alice.p +0x10+ 16 -1, 31",
            "alice.p + 18446744073709551615, -1",
            "alice.p + 18446744073709551615 + 2, 1",
        })
        void in_memory(String written, long offset) {
            Step.Read step = step(Step.Read.class, "read: " + written);
            Location.InMemory location =
                    (Location.InMemory) step.targets().get(0).location();
            assertThat(location.process()).isEqualTo("alice");
            assertThat(location.mapping()).isEqualTo("p");
            assertThat(location.offset()).isEqualTo(offset);
            assertThat(location.written()).isEqualTo(written);
            assertThat(location.span().text()).isEqualTo(written);
        }

        @ParameterizedTest
        @CsvSource({
            "data.txt, data.txt, 0",
            "data.txt+4K, data.txt, 4096",
            "data.txt + 4K + 1, data.txt, 4097",
            "my-data.txt, my-data.txt, 0",
            "my-data.txt + 1 page, my-data.txt, 4096",
        })
        void in_a_file(String written, String file, long offset) {
            Step.Read step = step(Step.Read.class, "read: " + written);
            Location.InFile location = (Location.InFile) step.targets().get(0).location();
            assertThat(location.file()).isEqualTo(file);
            assertThat(location.offset()).isEqualTo(offset);
        }

        @Test
        void are_those_of_the_parent_at_the_fork() {
            String fork = "  - fork: { alice: child }\n  - mmap: { alice.r: { sharing: private } }\n";
            assertThat(codes(HEAD + "steps:\n" + fork + "  - read: alice.r\n  - read: child.q\n" + EXPECT))
                    .isEmpty();
            assertThat(codes(HEAD + "steps:\n" + fork + "  - read: child.r\n" + EXPECT))
                    .containsExactly(Code.UNKNOWN_MAPPING);
        }

        @Test
        void a_child_may_make_mappings_of_its_own() {
            String fork = "  - fork: { alice: child }\n  - mmap: { child.r: { sharing: private } }\n";
            assertThat(codes(HEAD + "steps:\n" + fork + "  - read: child.r\n" + EXPECT))
                    .isEmpty();
            assertThat(codes(HEAD + "steps:\n" + fork + "  - read: alice.r\n" + EXPECT))
                    .containsExactly(Code.UNKNOWN_MAPPING);
        }
    }

    @Nested
    final class TheFiles {
        private FileSpec file(String content) {
            return one("scenario: x\nfiles: { f: " + content + " }\nprocesses: [alice]\n" + EXPECT)
                    .files()
                    .get(0);
        }

        @Test
        void of_plain_text() {
            FileSpec file = file("no");
            assertThat(file.name()).isEqualTo("f");
            assertThat(file.kind()).isEqualTo(FileKind.REGULAR);
            assertThat(file.mode()).isEqualTo(FileMode.READ_WRITE);
            assertThat(file.size()).isEqualTo(2);
            assertThat(file.pieces()).containsExactly(new FileSpec.Piece(0, new Content.Text("no")));
        }

        @ParameterizedTest
        @CsvSource({"0755", "12:30", "1e3", "~", "null", "true", "1_000", "é"})
        void scalars_are_the_text_that_stands_there(String written) {
            assertThat(text(file(written).pieces().get(0).content())).isEqualTo(written);
        }

        @Test
        void of_nothing() {
            assertThat(file("''").pieces()).isEmpty();
            assertThat(file("{ kind: memfd }").size()).isZero();
            assertThat(file("{ kind: memfd }").kind()).isEqualTo(FileKind.MEMFD);
        }

        @Test
        void with_a_size() {
            assertThat(file("{ size: 3 pages }").size()).isEqualTo(12288);
            assertThat(file("{ size: 3 pages }").pieces()).isEmpty();
            assertThat(file("{ text: hello, size: 10, mode: r }").size()).isEqualTo(10);
            assertThat(file("{ text: hello, mode: r }").mode()).isEqualTo(FileMode.READ_ONLY);
        }

        @Test
        void of_pages() {
            FileSpec file = file("{ pages: [AAAA, '', BBBB] }");
            assertThat(file.size()).isEqualTo(12288);
            assertThat(file.pieces())
                    .containsExactly(
                            new FileSpec.Piece(0, new Content.Text("AAAA")),
                            new FileSpec.Piece(8192, new Content.Text("BBBB")));
            assertThat(file("{ pages: [AAAA, BBBB], size: 4100 }").size()).isEqualTo(4100);
        }

        @Test
        void that_are_long_hold_no_bytes() {
            FileSpec file = file("{ fill: A, length: 1G }");
            Content fill = file.pieces().get(0).content();
            assertThat(file.size()).isEqualTo(1L << 30);
            assertThat(fill).isEqualTo(new Content.Fill((byte) 'A', 1L << 30));
            assertThat(fill.bytes((1L << 30) - 2, 2)).asString().isEqualTo("AA");
            assertThat(file("{ zeros: 1G }").pieces().get(0).content()).isEqualTo(new Content.Zeros(1L << 30));
        }

        @Test
        void of_bytes() {
            assertThat(file("{ hex: \"00 fF7f\" }").pieces().get(0).content())
                    .isEqualTo(new Content.Hex(new byte[] {0, -1, 127}));
        }

        @ParameterizedTest
        @CsvSource({"A, 65", "0xff, -1", "66, 66", "7, 55", "0x42, 66", "' ', 32"})
        void filled_with_one_byte(String written, byte value) {
            String quoted = written.isBlank() ? "' '" : written;
            assertThat(file("{ fill: " + quoted + ", length: 1 }")
                            .pieces()
                            .get(0)
                            .content())
                    .isEqualTo(new Content.Fill(value, 1));
        }
    }

    @Nested
    final class Mappings {
        @Test
        void have_defaults() {
            Scenario scenario = one(HEAD + EXPECT);
            ProcessSpec alice = scenario.processes().get(0);
            MappingSpec p = alice.mappings().get(0).mapping();
            assertThat(p.file()).hasValue("data.txt");
            assertThat(p.sharing()).isEqualTo(Sharing.PRIVATE);
            assertThat(p.prot()).isEqualTo(Protection.READ_WRITE);
            assertThat(p.offset()).isZero();
            assertThat(p.length()).isEmpty();
            assertThat(p.at()).isEmpty();
            assertThat(p.flags()).isEmpty();
            assertThat(p.open()).isEmpty();
            assertThat(alice.mappings().get(1).mapping().file()).isEmpty();
            assertThat(scenario.processes().get(1).mappings()).isEmpty();
        }

        @Test
        void take_every_argument() {
            Step.Mmap step = step(
                    Step.Mmap.class,
                    "mmap: { bob.r: { file: data.txt, sharing: none, prot: xr, offset: 100, length: 0, at: alice.p + 1, "
                            + "flags: [populate, fixed_noreplace], open: w } }");
            MappingSpec mapping = step.targets().get(0).mapping();
            assertThat(step.targets().get(0).process()).isEqualTo("bob");
            assertThat(step.targets().get(0).name()).isEqualTo("r");
            assertThat(mapping.sharing()).isEqualTo(Sharing.NONE);
            assertThat(mapping.prot()).isEqualTo(new Protection(true, false, true));
            assertThat(mapping.offset()).isEqualTo(100);
            assertThat(mapping.length()).hasValue(0);
            assertThat(mapping.at().orElseThrow().offset()).isEqualTo(1);
            assertThat(mapping.flags()).containsExactly(MapFlag.FIXED_NOREPLACE, MapFlag.POPULATE);
            assertThat(mapping.open()).hasValue(OpenMode.WRITE);
        }
    }

    @Nested
    final class Verbs {
        @Test
        void a_bare_location_is_the_whole_range() {
            Step.OnRange step = step(Step.OnRange.class, "munmap: alice.p");
            assertThat(step.targets().get(0).range().length()).isEmpty();
            assertThat(step.targets().get(0).span().text()).isEqualTo("alice.p");
            assertThat(step.info().verb()).isEqualTo("munmap");
            assertThat(step.info().span().text()).isEqualTo("munmap");
        }

        @Test
        void a_length_may_stand_in_a_map() {
            Step.OnRange step = step(Step.OnRange.class, "munmap: { alice.p: { length: 5 }, alice.q: {} }");
            assertThat(step.targets().get(0).range().length()).hasValue(5);
            assertThat(step.targets().get(1).range().length()).isEmpty();
        }

        @Test
        void mprotect() {
            Step.OnRange step =
                    step(Step.OnRange.class, "mprotect: { alice.p: none, alice.q: { prot: r, length: 1 } }");
            assertThat(step.targets().get(0).argument()).isEqualTo(Protection.NONE);
            assertThat(step.targets().get(1).range().length()).hasValue(1);
        }

        @Test
        void mremap() {
            Step.Mremap step = step(
                    Step.Mremap.class,
                    "mremap: { alice.p: { length: 4, old-length: 3, flags: [fixed, maymove], at: alice.q }, alice.q: 9 }");
            Step.Mremap.Target first = step.targets().get(0);
            assertThat(first.range().length()).hasValue(3);
            assertThat(first.length()).hasValue(4);
            assertThat(first.flags()).containsExactly(RemapFlag.MAYMOVE, RemapFlag.FIXED);
            assertThat(first.at().orElseThrow().mapping()).isEqualTo("q");
            assertThat(step.targets().get(1).length()).hasValue(9);
            assertThat(step.targets().get(1).range().length()).isEmpty();
        }

        @Test
        void msync_is_synchronous_unless_flags_are_given() {
            assertThat(flags("msync: alice.p")).isEqualTo(Flags.of(SyncFlag.SYNC));
            assertThat(flags("msync: { alice.p: 1 }")).isEqualTo(Flags.of(SyncFlag.SYNC));
            assertThat(flags("msync: { alice.p: { flags: [] } }")).isEqualTo(Flags.of());
            assertThat(flags("msync: { alice.p: { flags: [invalidate] } }")).isEqualTo(Flags.of(SyncFlag.INVALIDATE));
        }

        private Argument flags(String step) {
            return step(Step.OnRange.class, step).targets().get(0).argument();
        }

        @Test
        void write_keeps_the_order() {
            Step.Write step = step(Step.Write.class, "write: { alice.q: b, data.txt+1: { zeros: 3 }, alice.p: a }");
            assertThat(step.targets()).hasSize(3);
            assertThat(step.targets().get(0).location().written()).isEqualTo("alice.q");
            assertThat(step.targets().get(1).value()).isEqualTo(new Content.Zeros(3));
            assertThat(step.targets().get(2).span().text()).isEqualTo("a");
        }

        @Test
        void read_is_of_one_byte_unless_it_says_otherwise() {
            assertThat(step(Step.Read.class, "read: alice.p").targets().get(0).length())
                    .isEqualTo(1);
            assertThat(step(Step.Read.class, "read: { alice.p: 2 pages }")
                            .targets()
                            .get(0)
                            .length())
                    .isEqualTo(8192);
        }

        @Test
        void exit_codes_are_taken_modulo_256() {
            assertThat(step(Step.Exit.class, "exit: bob").targets().get(0).code())
                    .isZero();
            assertThat(step(Step.Exit.class, "exit: { bob: 3 }")
                            .targets()
                            .get(0)
                            .code())
                    .isEqualTo(3);
            assertThat(step(Step.Exit.class, "exit: { bob: 259 }")
                            .targets()
                            .get(0)
                            .code())
                    .isEqualTo(3);
            assertThat(step(Step.Exit.class, "exit: { bob: -1 }")
                            .targets()
                            .get(0)
                            .code())
                    .isEqualTo(255);
        }

        @Test
        void fork_makes_children_in_the_order_written() {
            Step.Fork step = step(Step.Fork.class, "fork: { alice: [c1, c2], bob: c3 }");
            assertThat(step.targets().get(0).children().get(1).name()).isEqualTo("c2");
            assertThat(step.targets().get(1).parent().name()).isEqualTo("bob");
        }

        @Test
        void a_label_and_a_note_stand_beside() {
            Step.OnFile step = step(Step.OnFile.class, "{ unlink: data.txt, label: gone-now, note: see unlink(2) }");
            assertThat(step.info().label()).hasValue("gone-now");
            assertThat(step.info().note()).hasValue("see unlink(2)");
            assertThat(step.targets().get(0).at().file()).isEqualTo("data.txt");
        }
    }

    @Nested
    final class Outcomes {
        private ExpectedOutcome of(String keys) {
            return step(Step.Write.class, "{ write: { alice.p: x, data.txt: y }" + keys + " }")
                    .info()
                    .outcome();
        }

        @Test
        void success_may_be_said_or_not() {
            assertThat(of("")).isEqualTo(ExpectedOutcome.Success.UNSAID);
            ExpectedOutcome.Success said = (ExpectedOutcome.Success) of(", fails: none, raises: none, dies: none");
            assertThat(said.span().orElseThrow().text()).isEqualTo("none");
        }

        @Test
        void an_error_or_a_signal() {
            ExpectedOutcome.Fails fails = (ExpectedOutcome.Fails) of(", raises: none, fails: EFBIG");
            assertThat(fails.errno()).isEqualTo(Errno.EFBIG);
            assertThat(fails.span().text()).isEqualTo("EFBIG");
            ExpectedOutcome.Raises raises = (ExpectedOutcome.Raises) of(", raises: SIGBUS, dies: none");
            assertThat(raises.signal()).isEqualTo(Signal.SIGBUS);
            assertThat(raises.code()).isEmpty();
            ExpectedOutcome.Raises withCode =
                    (ExpectedOutcome.Raises) of(", raises: { signal: SIGSEGV, code: SEGV_MAPERR }");
            assertThat(withCode.code()).hasValue(SignalCode.SEGV_MAPERR);
            assertThat(((ExpectedOutcome.Dies) of(", dies: SIGSEGV")).signal()).isEqualTo(Signal.SIGSEGV);
        }

        @Test
        void count_as_checks() {
            String step = "scenario: x\nprocesses: { alice: { p: { sharing: private } } }\nsteps: [{ munmap: alice.p";
            assertThat(codes(step + ", fails: none }]\n")).isEmpty();
            assertThat(codes(step + " }]\n")).containsExactly(Code.NO_CHECK);
        }
    }

    @Nested
    final class Expectations {
        @Test
        void every_facet_points_at_its_value() {
            Scenario scenario = one(HEAD
                    + """
                    expect:
                      alice.p: { text: hello, raises: none, same-page-as: alice.q, not-same-page-as: bob2.q, mapped: false,
                                 prot: rx, sharing: shared, resident: true, locked: false, one-of: [a, { hex: 00 }] }
                      bob2: { alive: false, exit-code: 300, killed-by: SIGKILL, maps: [{ at: q - 1, offset: 4K }, {}] }
                      data.txt + 1: { on-disk: { fill: A, length: 3 } }
                      data.txt: { size: 2 pages, zeros: 1 }
                      memory: { pages: 3, copies: 1 }
                    """.replace("bob2", "alice").replace("alice: {", "bob: {").replace("at: q", "at: alice.q"));
            assertThat(scenario.expect()).hasSize(5);
            Expectation.OfMemory memory =
                    (Expectation.OfMemory) scenario.expect().get(0);
            assertThat(memory.facets()).hasSize(10);
            assertThat(memory.facets().get(0).value().text()).isEqualTo("hello");
            assertThat(memory.facets().get(0).key().text()).isEqualTo("text");
            assertThat(((MemoryFacet.Raises) memory.facets().get(1)).signal()).isEmpty();
            Expectation.OfProcess process =
                    (Expectation.OfProcess) scenario.expect().get(1);
            assertThat(((PropertyIs) process.facets().get(1)).expected()).isEqualTo("44");
            ProcessFacet.Maps maps = (ProcessFacet.Maps) process.facets().get(3);
            assertThat(maps.rows()).hasSize(2);
            assertThat(maps.rows().get(0).at().orElseThrow().offset()).isEqualTo(-1);
            assertThat(maps.rows().get(0).offset()).hasValue(4096);
        }

        @Test
        void a_row_of_maps_names_the_process_s_own_mappings() {
            Scenario scenario =
                    one(HEAD + "expect: { alice: { maps: [{ at: p + 1 page, perms: r-xs, file: data.txt }] } }\n");
            Expectation.OfProcess row =
                    (Expectation.OfProcess) scenario.expect().get(0);
            ProcessFacet.Maps.Row maps =
                    ((ProcessFacet.Maps) row.facets().get(0)).rows().get(0);
            assertThat(maps.at().orElseThrow().process()).isEqualTo("alice");
            assertThat(maps.at().orElseThrow().offset()).isEqualTo(4096);
            assertThat(maps.perms().orElseThrow()).hasToString("r-xs");
            assertThat(maps.file()).hasValue("data.txt");
        }

        @Test
        void plain_content_points_at_its_row() {
            Expectation.OfFile row = (Expectation.OfFile)
                    one(HEAD + "expect: { data.txt: hello }\n").expect().get(0);
            ContentIs content = (ContentIs) row.facets().get(0);
            assertThat(content.key().text()).isEqualTo("data.txt");
            assertThat(content.value().text()).isEqualTo("hello");
            assertThat(content.value().line()).isEqualTo(8);
            assertThat(content.value().column()).isEqualTo(21);
        }
    }

    @Nested
    final class TheCases {
        private static final String CASES = """
                scenario: A <sharing> mapping of <proc>
                cases:
                  - { sharing: private, sees: hello, proc: alice }
                  - { proc: bob, sees: "<sharing>", sharing: shared }
                files: { data.txt: hello }
                processes:
                  <proc>:
                    p: { file: data.txt, sharing: <sharing> }
                expect:
                  <proc>.p: { text: <sees>, sharing: <sharing> }
                  data.txt: '<sees>!'
                """;

        @Test
        void are_a_scenario_each() {
            List<Scenario> scenarios = read(CASES).scenarios();
            assertThat(scenarios)
                    .extracting(Scenario::title)
                    .containsExactly("A private mapping of alice", "A shared mapping of bob");
            assertThat(scenarios.get(1).row().orElseThrow().number()).isEqualTo(2);
            assertThat(scenarios.get(1).row().orElseThrow().values().keySet())
                    .containsExactly("proc", "sees", "sharing");
            assertThat(scenarios.get(1).row().orElseThrow().span().line()).isEqualTo(4);
            assertThat(scenarios.get(1).processes().get(0).name()).isEqualTo("bob");
        }

        @Test
        void a_value_is_text_and_not_looked_into() {
            Scenario second = read(CASES).scenarios().get(1);
            Expectation.OfMemory row = (Expectation.OfMemory) second.expect().get(0);
            assertThat(text(((ContentIs) row.facets().get(0)).content())).isEqualTo("<sharing>");
            assertThat(row.facets().get(0).value().text()).isEqualTo("<sees>");
        }

        @Test
        void a_value_can_be_content_that_is_spelled_out() {
            String text =
                    HEAD + "cases: [{ x: { zeros: 4 } }, { x: 'a' }]\nsteps: [{ write: { alice.p: <x> } }]\n" + EXPECT;
            List<Scenario> scenarios = read(text).scenarios();
            assertThat(scenarios)
                    .extracting(scenario -> ((Step.Write) scenario.steps().get(0))
                            .targets()
                            .get(0)
                            .value())
                    .containsExactly(new Content.Zeros(4), new Content.Text("a"));
            assertThat(scenarios.get(0).row().orElseThrow().values()).containsEntry("x", "{ zeros: 4 }");
        }

        @Test
        void a_value_can_be_nothing_and_still_is_text() {
            String text = HEAD.replace("An example", "<x>|")
                    + "cases: [{ x: '' }]\nsteps: [{ write: { alice.p: <x> } }]\n"
                    + EXPECT;
            Scenario scenario = one(text);
            assertThat(scenario.title()).isEqualTo("|");
            assertThat(((Step.Write) scenario.steps().get(0)).targets().get(0).length())
                    .isZero();
        }

        @Test
        void what_only_looks_like_a_parameter_stays() {
            String text = HEAD + "cases: [{ x: 1 }]\nsteps: [{ write: { alice.p: 'a < b <1> < x> <x>' } }]\n" + EXPECT;
            Step.Write step = (Step.Write) one(text).steps().get(0);
            assertThat(text(step.targets().get(0).content().orElseThrow())).isEqualTo("a < b <1> < x> 1");
        }

        @Test
        void without_a_table_nothing_is_a_parameter() {
            Step.Write step = step(Step.Write.class, "write: { alice.p: <sees> }");
            assertThat(text(step.targets().get(0).content().orElseThrow())).isEqualTo("<sees>");
        }
    }

    @Nested
    final class Documents {
        @Test
        void are_scenarios_of_their_own() {
            List<Scenario> scenarios = read("---\n" + HEAD + EXPECT + "---\n" + HEAD + EXPECT + "...\n")
                    .scenarios();
            assertThat(scenarios).extracting(Scenario::document).containsExactly(1, 2);
            assertThat(scenarios.get(1).titleSpan().line()).isEqualTo(11);
        }

        @Test
        void one_bad_one_leaves_the_others() {
            ReadResult result = read(HEAD + EXPECT + "---\nscenario: y\n---\n" + HEAD + EXPECT);
            assertThat(result.scenarios()).extracting(Scenario::document).containsExactly(1, 3);
            assertThat(result.hasErrors()).isTrue();
        }

        @Test
        void behind_a_break_of_the_grammar_nothing_is_read() {
            ReadResult result = read(HEAD + EXPECT + "---\nscenario: 'y\n---\n" + HEAD + EXPECT);
            assertThat(result.scenarios()).extracting(Scenario::document).containsExactly(1);
            assertThat(result.diagnostics()).extracting(Diagnostic::code).containsExactly(Code.UNCLOSED);
        }

        @Test
        void a_warning_does_not_keep_a_scenario_from_being_played() {
            ReadResult result = read("cases: [{ unused: 1 }]\n" + HEAD + EXPECT);
            assertThat(result.scenarios()).hasSize(1);
            assertThat(result.hasErrors()).isFalse();
            assertThat(result.diagnostics()).hasSize(1);
        }
    }

    @Nested
    final class Encodings {
        @Test
        void a_byte_order_mark_is_no_part_of_the_text() {
            assertThat(one("\uFEFF" + HEAD + EXPECT).titleSpan().column()).isEqualTo(11);
        }

        @Test
        void columns_count_characters_and_spans_count_chars() {
            Scenario scenario = one(HEAD + "steps:\n  - { note: 😀😀, write: { alice.p: \"😀é\" } }\n" + EXPECT);
            Step.Write write = (Step.Write) scenario.steps().get(0);
            assertThat(text(write.targets().get(0).content().orElseThrow())).isEqualTo("😀é");
            assertThat(write.targets().get(0).span().text()).isEqualTo("\"😀é\"");
            assertThat(write.targets().get(0).span().column()).isEqualTo(35);
        }

        @Test
        void a_real_replacement_character_is_welcome() {
            assertThat(one(HEAD.replace("An example", "\uFFFD") + EXPECT).title())
                    .isEqualTo("\uFFFD");
        }

        @Test
        void lines_end_as_they_like() {
            for (String end : List.of("\n", "\r\n", "\r")) {
                Scenario scenario = one((HEAD + EXPECT).replace("\n", end));
                assertThat(scenario.expect().get(0).span().line()).isEqualTo(8);
            }
        }
    }

    @Test
    void reading_twice_gives_equal_scenarios_but_for_their_source() {
        String text = HEAD + "steps: [{ write: { alice.p: { hex: 00 } } }, { read: alice.q }]\n" + EXPECT;
        assertThat(one(text).toString()).isEqualTo(one(text).toString());
    }
}
