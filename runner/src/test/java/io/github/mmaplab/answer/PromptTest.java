package io.github.mmaplab.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.exercise.Exercises;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PromptTest {
    private static final String WRITE = "  - write: { alice.p: HELLO }\n    label: first\n";

    private static String prompt(String before, String question, String after) {
        AnswerKey key =
                Exercises.key(before, "  - ask: { asked: " + question + " }\n", after.replace("first", "later"));
        return Prompt.of(key.scenario(), key.question("asked"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            alice.p                                   | what are the first 5 bytes that *alice* reads at *p*?
            { content-of: alice.p, length: 1 }        | which byte does *alice* read at *p*?
            { content-of: alice.p + 100, length: 2 }  | what are the first 2 bytes that *alice* reads at offset 100 of *p*?
            { content-of: alice.p + 1 page, length: 2 } | what are the first 2 bytes that *alice* reads at the beginning of page 1 of *p*?
            { content-of: alice.p + 20 pages + 1, length: 2 } | what are the first 2 bytes that *alice* reads at offset 1 in page 20 of *p*?
            { content-of: alice.p - 16, length: 2 }   | what are the first 2 bytes that *alice* reads 16 bytes before the beginning of *p*?
            data.txt                                  | what does *data.txt* hold, from beginning to end?
            data.txt+0                                | what are the first 5 bytes of *data.txt*?
            { content-of: data.txt, length: 1 }       | what is the first byte of *data.txt*?
            { content-of: data.txt + 3, length: 2 }   | what are the 2 bytes at offset 3 of *data.txt*?
            { content-of: data.txt + 3, length: 1 }   | which byte is at offset 3 of *data.txt*?
            { content-of: data.txt + 2 pages, length: 2 } | what are the first 2 bytes of page 2 of *data.txt*?
            { on-disk: data.txt }                     | what does *data.txt* hold on disk, from beginning to end?
            { on-disk: data.txt + 0, length: 2 }      | what are the first 2 bytes of *data.txt* on disk?
            { on-disk: data.txt + 3, length: 2 }      | what are the 2 bytes at offset 3 of *data.txt* on disk?
            { raises: bob.q + 1 page }                | which signal, if any, does *bob* get when it reads one byte at the beginning of page 1 of *q*?
            { mapped: bob.q }                         | does *bob* have a mapping at *q*?
            { mapped: bob.q + 1 page }                | does *bob* have a mapping at the beginning of page 1 of *q*?
            { prot: bob.q + 1 page }                  | which protection does *bob*'s mapping have at the beginning of page 1 of *q*?
            { sharing: bob.q }                        | is *bob*'s mapping at *q* private or shared?
            { resident: bob.q + 1 page }              | does mincore(2) report to *bob* that page 1 of *q* is in memory?
            { resident: bob.q + 7 }                   | does mincore(2) report to *bob* that the page at offset 7 of *q* is in memory?
            { locked: bob.q }                         | does *bob* have page 0 of *q* locked into memory?
            { alive: bob }                            | is *bob* still running?
            { exit-code: bob }                        | with which code, if any, has *bob* exited?
            { killed-by: bob }                        | which signal, if any, has killed *bob*?
            { vm-size: bob }                          | how long are all mappings of *bob* together, in bytes?
            { locked-size: bob }                      | how long are all locked mappings of *bob* together, in bytes?
            { rss: bob.q + 1 page }                   | how many bytes of *bob*'s mapping at the beginning of page 1 of *q* are in memory?
            { rss-of: bob }                           | how many bytes of all mappings of *bob* are in memory?
            { maps: bob }                             | how many mappings does *bob* have, as /proc/PID/maps lists them?
            { same-page: [alice.p, bob.q] }           | do *alice*'s *p* and *bob*'s *q* refer to the same physical page?
            { tables: { page-tables: [alice.p, bob.q + 1 page] } } | to which physical page does each of these pages refer: page 0 of *p* in *alice*; page 1 of *q* in *bob*? Name the physical pages as you like: what counts is which pages have the same name.
            { size-of: data.txt }                     | how long is the file *data.txt*, in bytes?
            { pages: memory }                         | how many physical pages do all mappings and files use together?
            { copies: memory }                        | how many pages have been copied on write so far?
            """)
    void asks_in_plain_words(String question, String words) {
        assertThat(prompt(WRITE, question, WRITE)).isEqualTo("After step 1, " + words);
    }

    @Test
    void asks_for_what_a_step_came_to_by_its_number() {
        assertThat(prompt(WRITE, "{ outcome-of: first }", ""))
                .isEqualTo("What is the outcome of step 1: success, an error or a signal?");
    }

    @Test
    void asks_which_steps_do_something_by_their_numbers() {
        String other = WRITE.replace("first", "second");
        assertThat(prompt(WRITE + other, "{ which: { copies-page: [second, first] } }", ""))
                .isEqualTo("Which of the steps 1 and 2 copy a page on write?");
        assertThat(prompt(WRITE + other, "{ which: { raises: [first, second] } }", ""))
                .isEqualTo("Which of the steps 1 and 2 raise a signal?");
        assertThat(prompt(WRITE + other, "{ which: { fails: [first, second] } }", ""))
                .isEqualTo("Which of the steps 1 and 2 fail with an error?");
    }

    @Test
    void takes_the_words_of_the_exercise_where_it_has_some() {
        assertThat(prompt("", "{ size-of: data.txt, prompt: \"How long?\" }", ""))
                .isEqualTo("How long?");
    }

    @Test
    void steps_that_only_look_are_no_moment_but_count() {
        String look = "  - expect: { bob.q: hello }\n";
        assertThat(prompt(look, "{ size-of: data.txt }", WRITE)).startsWith("Before the first step, ");
        assertThat(prompt(look + WRITE + look, "{ size-of: data.txt }", WRITE)).startsWith("After step 2, ");
        assertThat(prompt(WRITE, "{ size-of: data.txt }", look)).startsWith("At the end, ");
    }
}
