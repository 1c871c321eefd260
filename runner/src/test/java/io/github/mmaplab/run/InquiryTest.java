package io.github.mmaplab.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.abi.Signal;
import io.github.mmaplab.run.result.Problem;
import io.github.mmaplab.run.result.Replied;
import io.github.mmaplab.run.result.Reply;
import io.github.mmaplab.run.result.ScenarioResult;
import io.github.mmaplab.scenario.ExerciseReader;
import io.github.mmaplab.scenario.model.Variant;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What Linux answers to each kind of question, and when it answers none. */
final class InquiryTest {
    /** A file that alice maps privately and bob shared, of one page though alice maps two. */
    private static final String SCENE = """
            exercise: a story
            files: { data.txt: hello }
            processes:
              alice:
                p: { file: data.txt, sharing: private, length: 2 pages }
              bob:
                q: { file: data.txt, sharing: shared }
            """;

    private static ScenarioResult play(String story) {
        ExerciseReader.Result read =
                ExerciseReader.read("story.exercise.yaml", (SCENE + story).getBytes(StandardCharsets.UTF_8));
        assertThat(read.diagnostics()).isEmpty();
        return ScenarioRunner.run(
                read.exercise().orElseThrow().read(Variant.ONLY).scenario().orElseThrow());
    }

    /** The answers by question, as records print themselves. */
    private static Map<String, Reply> replies(ScenarioResult result) {
        Map<String, Reply> replies = new LinkedHashMap<>();
        for (Replied replied : result.replies()) {
            replies.put(replied.question().info().name(), replied.reply());
        }
        return replies;
    }

    private static String text(@Nullable Reply reply) {
        return new String(((Reply.Bytes) Objects.requireNonNull(reply)).data().bytes(), StandardCharsets.ISO_8859_1);
    }

    @Test
    void a_page_is_mapped_until_it_is_unmapped_in_its_own_process() {
        ScenarioResult result = play("""
                steps:
                  - fork: { bob: carl }
                  - munmap: { alice.p + 1 page: 1 page, carl.q: 1 page }
                ask:
                  first: { mapped: alice.p }
                  unmapped: { mapped: alice.p + 1 page }
                  inside: { mapped: alice.p + 4095 }
                  after: { mapped: bob.q + 1 page }
                  parent: { mapped: bob.q }
                  child: { mapped: carl.q }
                """);
        assertThat(result.problems()).isEmpty();
        assertThat(replies(result))
                .containsEntry("first", new Reply.YesNo(true))
                .containsEntry("unmapped", new Reply.YesNo(false))
                .containsEntry("inside", new Reply.YesNo(true))
                .containsEntry("after", new Reply.YesNo(false))
                .containsEntry("parent", new Reply.YesNo(true))
                .containsEntry("child", new Reply.YesNo(false));
    }

    @Test
    void a_mapping_has_a_protection_of_its_own_in_each_process() {
        ScenarioResult result = play("""
                steps:
                  - fork: { bob: carl }
                  - mprotect: { carl.q: r }
                  - mprotect: { alice.p + 1 page: none }
                  - munmap: bob.q
                ask:
                  first: { prot: alice.p }
                  second: { prot: alice.p + 1 page }
                  child: { prot: carl.q }
                  parent: { prot: bob.q }
                  private: { sharing: alice.p }
                  shared: { sharing: carl.q }
                  neither: { sharing: bob.q }
                """);
        assertThat(result.problems()).isEmpty();
        assertThat(replies(result))
                .containsEntry("first", new Reply.Word("rw"))
                .containsEntry("second", Reply.Word.NONE)
                .containsEntry("child", new Reply.Word("r"))
                .containsEntry("parent", Reply.Word.NOT_MAPPED)
                .containsEntry("private", new Reply.Word("private"))
                .containsEntry("shared", new Reply.Word("shared"))
                .containsEntry("neither", Reply.Word.NOT_MAPPED);
    }

    @Test
    void a_page_is_resident_from_its_first_access_and_locked_by_mlock() {
        ScenarioResult result = play("""
                steps:
                  - mmap: { alice.a: { sharing: private, length: 3 pages } }
                  - write: { alice.a: X }
                  - mlock: { alice.a + 1 page: 1 page }
                ask:
                  touched: { resident: alice.a }
                  locked: { resident: alice.a + 1 page }
                  untouched: { resident: alice.a + 2 pages }
                  of-the-file: { resident: alice.p }
                  is-locked: { locked: alice.a + 1 page }
                  is-not: { locked: alice.a }
                """);
        assertThat(result.problems()).isEmpty();
        assertThat(replies(result).values())
                .containsExactly(
                        new Reply.YesNo(true),
                        new Reply.YesNo(true),
                        new Reply.YesNo(false),
                        new Reply.YesNo(true),
                        new Reply.YesNo(true),
                        new Reply.YesNo(false));
    }

    @Test
    void a_file_is_on_disk_once_it_is_synced() {
        ScenarioResult result = play("""
                steps:
                  - write: { alice.p: ALICE, bob.q: BOB }
                  - msync: alice.p
                  - ask:
                      before: { on-disk: data.txt }
                      place: { on-disk: data.txt + 1, length: 3 }
                  - msync: bob.q
                  - ask: { after: { on-disk: data.txt } }
                  - write: { bob.q + 3: y }
                ask:
                  at-the-end: { on-disk: data.txt }
                  past-the-end: { on-disk: data.txt + 1 page, length: 1 }
                """);
        assertThat(result.problems()).isEmpty();
        assertThat(replies(result).values().stream().map(InquiryTest::text))
                .containsExactly("hello", "ell", "BOBlo", "BOBlo", "");
    }

    @Test
    void steps_are_told_apart_by_what_they_do() {
        ScenarioResult result = play("""
                steps:
                  - { write: { alice.p: A }, label: first }
                  - { write: { alice.p: B }, label: second }
                  - { write: { alice.p + 1 page: C }, label: past-the-end }
                  - { mprotect: { alice.p + 1: r }, label: unaligned }
                  - { read: bob.q, label: fine }
                ask:
                  copying: { which: { copies-page: [fine, first, second, past-the-end] } }
                  not-copying: { which: { copies-page: [second, fine] } }
                  faulting: { which: { raises: [first, past-the-end, fine] } }
                  failing: { which: { fails: [unaligned, past-the-end] } }
                """);
        assertThat(result.problems()).isEmpty();
        assertThat(replies(result).values()).containsExactly(steps(1), steps(), steps(3), steps(4));
    }

    private static Reply steps(long... numbers) {
        return new Reply.Several(
                Arrays.stream(numbers).<Reply>mapToObj(Reply.Count::new).toList());
    }

    @Test
    void a_process_runs_or_has_exited_or_was_killed() {
        ScenarioResult result = play("""
                steps:
                  - fork: { bob: [carl, dora] }
                  - exit: { carl: 3 }
                  - kill: dora
                  - { write: { alice.p + 1 page: X }, dies: SIGBUS }
                ask:
                  bob-runs: { alive: bob }
                  carl-runs: { alive: carl }
                  code-of-bob: { exit-code: bob }
                  code-of-carl: { exit-code: carl }
                  code-of-dora: { exit-code: dora }
                  signal-of-bob: { killed-by: bob }
                  signal-of-carl: { killed-by: carl }
                  signal-of-dora: { killed-by: dora }
                  signal-of-alice: { killed-by: alice }
                  mapped: { mapped: alice.p }
                """);
        assertThat(result.problems()).isEmpty();
        assertThat(replies(result).values())
                .containsExactly(
                        new Reply.YesNo(true),
                        new Reply.YesNo(false),
                        Reply.Word.NONE,
                        new Reply.Count(3),
                        Reply.Word.NONE,
                        new Reply.Raised(Optional.empty()),
                        new Reply.Raised(Optional.empty()),
                        new Reply.Raised(Optional.of(Signal.SIGKILL)),
                        new Reply.Raised(Optional.of(Signal.SIGBUS)),
                        new Reply.YesNo(false));
    }

    @Test
    void mappings_are_counted_as_the_kernel_lists_them() {
        ScenarioResult result = play("""
                steps:
                  - mprotect: { alice.p + 1 page: r }
                  - fork: { bob: carl }
                  - exec: carl
                  - mlock: bob.q
                ask:
                  split: { maps: alice }
                  bobs: { maps: bob }
                  carls: { maps: carl }
                  long: { vm-size: alice }
                  empty: { vm-size: carl }
                  locked: { locked-size: bob }
                  free: { locked-size: alice }
                """);
        assertThat(result.problems()).isEmpty();
        assertThat(replies(result).values())
                .containsExactly(
                        new Reply.Count(2),
                        new Reply.Count(1),
                        new Reply.Count(0),
                        new Reply.Count(8192),
                        new Reply.Count(0),
                        new Reply.Count(4096),
                        new Reply.Count(0));
    }

    @Test
    void what_has_no_value_is_a_problem_of_the_exercise() {
        ScenarioResult result = play("""
                steps:
                  - munmap: alice.p
                  - exit: bob
                ask:
                  resident: { resident: alice.p }
                  locked: { locked: alice.p }
                  maps: { maps: bob }
                  long: { vm-size: bob }
                  prot: { prot: bob.q }
                  rss: { rss: alice.p }
                """);
        assertThat(replies(result).values()).allMatch(Reply.None.class::isInstance);
        assertThat(result.problems()).hasSize(6);
    }

    @Test
    void how_much_is_in_memory_is_determined_for_private_anonymous_memory_alone() {
        ScenarioResult result = play("""
                steps:
                  - mmap: { alice.n: { sharing: private, length: 3 pages } }
                  - mmap: { alice.s: { sharing: shared } }
                  - write: { alice.n + 1 page: A }
                  - fork: { alice: carl }
                  - munmap: carl.p
                  - munmap: carl.s
                ask:
                  own: { rss: alice.n }
                  sum: { rss-of: carl }
                  file: { rss: alice.p }
                  shared: { rss: alice.s }
                  all: { rss-of: alice }
                """);
        List<Reply> replies = List.copyOf(replies(result).values());
        assertThat(replies.subList(0, 2)).containsOnly(new Reply.Count(4096));
        assertThat(replies.subList(2, 5)).allMatch(Reply.None.class::isInstance);
    }

    @Test
    void a_file_is_answered_whole_without_the_zeros_at_its_end() {
        ScenarioResult result = play("""
                steps:
                  - write: { bob.q+2: LLO, data.txt+5: " world" }
                  - truncate: { data.txt: 1 page }
                  - ask: { all: data.txt, begin: { content-of: data.txt, length: 3 }, place: data.txt+0 }
                  - punch: { data.txt: 1 page }
                ask: { none: data.txt }
                """);
        assertThat(result.problems()).isEmpty();
        Map<String, Reply> replies = replies(result);
        assertThat(text(replies.get("all"))).isEqualTo("heLLO world");
        assertThat(text(replies.get("begin"))).isEqualTo("heL");
        assertThat(text(replies.get("place"))).isEqualTo("heLLO");
        assertThat(text(replies.get("none"))).isEmpty();
    }

    @Test
    void a_file_that_goes_on_further_than_an_answer_can_has_no_answer() {
        ScenarioResult far = play("steps: [ write: { data.txt + 1 page: X } ]\nask: { all: data.txt }\n");
        assertThat(replies(far).get("all")).isInstanceOf(Reply.None.class);
        assertThat(far.problems())
                .singleElement()
                .satisfies(problem -> assertThat(((Problem.NotPlayable) problem).hint())
                        .isEqualTo("ask for a place in it: `data.txt+0`"));
        String sixty = "x".repeat(60);
        ScenarioResult much = play("steps: [ write: { data.txt+5: " + sixty + " } ]\nask: { all: data.txt }\n");
        assertThat(replies(much).get("all")).isInstanceOf(Reply.None.class);
    }

    @Test
    void content_is_what_is_read_at_that_moment_and_not_later() {
        ScenarioResult result = play("""
                steps:
                  - ask: { before: alice.p }
                  - write: { alice.p: HELLO }
                  - ask: { between: alice.p }
                  - write: { bob.q: WORLD }
                ask: { after: alice.p, by-bob: bob.q, in-the-file: data.txt }
                """);
        assertThat(result.passed()).isTrue();
        assertThat(replies(result).values().stream().map(InquiryTest::text))
                .containsExactly("hello", "HELLO", "HELLO", "WORLD", "WORLD");
        assertThat(result.replies()).extracting(Replied::step).startsWith(1, 3);
    }

    @Test
    void a_file_that_ends_before_gives_fewer_bytes_and_memory_gives_zeros() {
        Map<String, Reply> replies = replies(play("""
                ask:
                  file: { content-of: data.txt, length: 8 }
                  memory: { content-of: bob.q, length: 8 }
                """));
        assertThat(text(replies.get("file"))).isEqualTo("hello");
        assertThat(text(replies.get("memory"))).isEqualTo("hello\0\0\0");
    }

    @Test
    void past_the_last_page_of_the_file_reading_raises_a_signal_and_content_is_that_signal() {
        Map<String, Reply> replies = replies(play("""
                ask:
                  there: { raises: alice.p + 1 page }
                  here: { raises: alice.p }
                  content: { content-of: alice.p + 1 page, length: 1 }
                """));
        assertThat(replies.get("there")).hasToString("Raised[signal=Optional[SIGBUS]]");
        assertThat(replies.get("here")).hasToString("Raised[signal=Optional.empty]");
        assertThat(replies.get("content")).isEqualTo(replies.get("there"));
    }

    @Test
    void a_page_is_the_same_until_it_is_copied_on_write() {
        Map<String, Reply> replies = replies(play("""
                steps:
                  - ask: { before: { same-page: [alice.p, bob.q] }, none: { copies: memory } }
                  - write: { alice.p: HELLO }
                ask: { after: { same-page: [alice.p, bob.q] }, one: { copies: memory }, two: { pages: memory } }
                """));
        assertThat(replies)
                .containsExactly(
                        Map.entry("before", new Reply.YesNo(true)),
                        Map.entry("none", new Reply.Count(0)),
                        Map.entry("after", new Reply.YesNo(false)),
                        Map.entry("one", new Reply.Count(1)),
                        Map.entry("two", new Reply.Count(2)));
    }

    @Test
    void a_size_is_that_of_the_moment() {
        assertThat(replies(play("""
                steps:
                  - ask: { before: { size-of: data.txt } }
                  - truncate: { data.txt: 2 }
                ask: { after: { size-of: data.txt } }
                """)))
                .containsExactly(Map.entry("before", new Reply.Count(5)), Map.entry("after", new Reply.Count(2)));
    }

    @Test
    void a_step_that_is_asked_for_may_come_to_anything() {
        ScenarioResult result = play("""
                steps:
                  - { munmap: { alice.p + 1: 1 page }, label: crooked }
                  - { write: { alice.p + 1 page: A }, label: beyond }
                  - { write: { alice.p: A }, label: fine }
                ask:
                  errno: { outcome-of: crooked }
                  signal: { outcome-of: beyond }
                  ok: { outcome-of: fine }
                """);
        assertThat(result.passed()).isTrue();
        assertThat(replies(result))
                .containsExactly(
                        Map.entry("errno", new Reply.Word("EINVAL")),
                        Map.entry("signal", new Reply.Word("SIGBUS")),
                        Map.entry("ok", Reply.Word.OK));
    }

    @Test
    void where_there_is_no_page_there_is_no_answer_and_that_is_a_mistake_of_the_exercise() {
        ScenarioResult result = play("ask: { page: { same-page: [alice.p + 1 page, bob.q] } }\n");
        assertThat(replies(result).get("page")).isInstanceOf(Reply.None.class);
        assertThat(result.passed()).isFalse();
        assertThat(result.problems())
                .singleElement()
                .isInstanceOfSatisfying(
                        Problem.NotPlayable.class,
                        problem -> assertThat(problem.toString()).contains("SIGBUS"));
    }

    @Test
    void who_has_ended_sees_nothing() {
        ScenarioResult result = play("""
                steps:
                  - exit: alice
                ask: { gone: alice.p, there: bob.q }
                """);
        assertThat(replies(result).get("gone")).isInstanceOf(Reply.None.class);
        assertThat(text(replies(result).get("there"))).isEqualTo("hello");
        assertThat(result.problems()).hasSize(1);
    }
}
