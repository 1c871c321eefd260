package io.github.mmaplab.listing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.exercise.Exercises;
import io.github.mmaplab.scenario.ReadResult;
import io.github.mmaplab.scenario.ScenarioReader;
import io.github.mmaplab.scenario.model.Question;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.scenario.model.Variant;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListingTest {
    /** A scenario expects something. */
    private static final String EXPECT = "expect: { memory: { copies: 0 } }\n";

    private static Scenario scenario(String text) {
        String written = "scenario: A story\n" + text + (text.contains("expect:") ? "" : EXPECT);
        ReadResult read = ScenarioReader.read("a.scenario.yaml", written.getBytes(StandardCharsets.UTF_8));
        assertThat(read.diagnostics()).isEmpty();
        return read.scenarios().get(0);
    }

    private static String text(String text) {
        return ListingText.of(Listing.of(scenario(text)));
    }

    private static final String PARENT = "processes: { parent: { p: { sharing: private } } }\n";

    @Test
    void a_parent_that_waits_for_its_child_is_one_program() {
        assertThat(text(PARENT + """
                steps:
                  - fork: { parent: child }
                  - write: { child.p: HELLO }
                  - write: { child.p + 1 page - 1: x }
                expect:
                  child.p: HELLO
                  parent.p: { zeros: 5 }
                """)).isEqualTo("""
                 1  char *p = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
                 2  if (fork() == 0) {  /* child */
                 3      memcpy(p, "HELLO", 5);
                 4      p[4095] = 'x';
                 5      fwrite(p, 1, 5, stdout);  /* prints "HELLO" */
                 6      exit(0);
                 7  }
                 8  wait(NULL);
                 9  fwrite(p, 1, 5, stdout);  /* prints 5 bytes 0 */
                """);
    }

    @Test
    void a_parent_that_goes_on_when_its_child_has_exited_is_one_program() {
        assertThat(text(PARENT + """
                steps:
                  - fork: { parent: child }
                  - exit: { child: 3 }
                  - write: { parent.p: a }
                """)).endsWith("""
                 2  if (fork() == 0) {  /* child */
                 3      exit(3);
                 4  }
                 5  wait(NULL);
                 6  p[0] = 'a';
                 7  /* copies on write: 0 */
                """);
    }

    @Test
    void what_is_printed_before_a_fork_is_not_printed_again() {
        assertThat(text(PARENT + """
                steps:
                  - expect: { parent.p: { zeros: 2 } }
                  - fork: { parent: child }
                  - write: { child.p: a }
                """)).contains("""
                 2  fwrite(p, 1, 2, stdout);  /* prints 2 bytes 0 */
                 3  fflush(stdout);
                 4  if (fork() == 0) {  /* child */
                """);
    }

    @Test
    void a_parent_that_stores_while_its_child_lives_has_a_column_beside_it() {
        assertThat(text(PARENT + """
                steps:
                  - fork: { parent: child }
                  - write: { child.p: a }
                  - write: { parent.p: b }
                expect: { memory: { copies: 1 } }
                """)).isEqualTo("""
                    /* parent */
                 1  char *p = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

                    parent                        child
                 2  fork();  /* begins child */
                 3                                p[0] = 'a';
                 4  p[0] = 'b';
                 5  /* copies on write: 1 */
                """);
    }

    @Test
    void says_which_lines_have_no_order() {
        String text = text(PARENT + """
                steps:
                  - fork: { parent: child }
                  - concurrently:
                      parent: [ write: { parent.p: a } ]
                      child: [ write: { child.p: b }, write: { child.p: c } ]
                """);
        assertThat(text).endsWith("""

                Lines 3 and 4 to 5 run concurrently: each group keeps its order, and they can interleave in every order.
                """);
    }

    @Test
    void the_next_program_has_none_of_the_variables() {
        Listing listing = Listing.of(scenario(PARENT + """
                steps:
                  - exec: parent
                  - mmap: { parent.q: { sharing: private } }
                  - write: { parent.q: a }
                """));
        assertThat(listing.lines().subList(1, 4))
                .extracting(Listing.Line::text)
                .containsExactly(
                        "execlp(\"sleep\", \"sleep\", \"60\", NULL);",
                        "/* the new program maps q */",
                        "/* the new program: write parent.q */");
        assertThat(listing.lines().get(3).isInWords()).isTrue();
    }

    @Test
    void names_are_identifiers_that_mean_nothing_else() {
        assertThat(text("""
                files: { int.log: hello, up-7: hello }
                processes:
                  alice:
                    for: { file: int.log, sharing: private }
                    fd_int: { file: up-7, sharing: shared }
                    buf: { sharing: private }
                    memcpy: { sharing: private }
                """))
                .contains(
                        "char *for_2 = mmap(",
                        "char *buf_2 = mmap(",
                        "int fd_int = open(\"int.log\", O_RDONLY);",
                        "char *fd_int_2 = mmap(",
                        "*memcpy_2 = mmap(");
    }

    @Test
    void content_can_end_neither_a_string_nor_a_comment() {
        assertThat(text(PARENT + """
                steps:
                  - write: { parent.p: "*/\\"\\\\?\\n\\u202E1" }
                expect: { parent.p: "*/\\"\\\\" }
                """)).contains("""
                 2  memcpy(p, "*/\\"\\\\\\077\\n\\342\\200\\2561", 10);
                 3  fwrite(p, 1, 4, stdout);  /* prints "* /\\"\\\\" */
                """);
    }

    @Test
    void an_exercise_shows_no_answer_and_its_questions_name_lines() {
        Scenario story = Exercises.assignment("""
                exercise: A story
                processes: { alice: { p: { sharing: private, prot: r }, q: { sharing: private } } }
                steps:
                  - { write: { alice.p: a }, label: store }
                  - { munmap: { alice.q: 1 page }, label: end }
                  - expect: { alice.p: { zeros: 3 }, memory: { copies: 0 } }
                ask:
                  stored: { outcome-of: store }
                  ended: { outcome-of: end }
                  seen: { content-of: alice.p, length: 3 }
                  signal: { raises: alice.q }
                  copied: { copies: memory }
                  own: { content-of: alice.p, length: 2, prompt: "What is there?" }
                """).story(Variant.ONLY);
        Listing listing = Listing.of(story);
        assertThat(ListingText.of(listing)).endsWith("""
                 4  p[0] = 'a';
                 5  munmap(q, 4096);
                 6  fwrite(p, 1, 3, stdout);
                 7  /* question: copied */
                 8  fwrite(p, 1, 3, stdout);
                 9  c = q[0];
                10  fwrite(p, 1, 2, stdout);
                """);
        List<Question> questions = story.questions();
        assertThat(questions)
                .extracting(question -> ListingPrompt.of(listing, story, question))
                .containsExactly(
                        "What is the outcome of line 4: success, an error or a signal?",
                        "What is the outcome of line 5: success, an error or a signal?",
                        "What does line 8 print?",
                        "Which signal, if any, does line 9 raise?",
                        "At line 7, how many pages have been copied on write so far?",
                        "What is there? (Line 10.)");
    }
}
