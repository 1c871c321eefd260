package io.github.mmaplab.handout.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.exercise.Exercises;
import io.github.mmaplab.scenario.model.Presentation;
import io.github.mmaplab.scenario.model.Variant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A sheet says what answers depend on, and nothing that does not apply. */
final class ReadingNotesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            data.txt                          |
            a.p                               |
            { size-of: data.txt }             |
            { outcome-of: past }              | handles SIGSEGV and SIGBUS
            { outcome-of: map }               |
            { raises: a.p + 1 page }          | numbered from 0; Nothing is mapped directly before or after
            { raises: a.p - 1 }               | numbered from 0; Nothing is mapped directly before or after
            { content-of: data.txt + 1 page, length: 1 } | numbered from 0
            { mapped: a.p }                   | whether or not anything is still mapped there; Questions change nothing
            { pages: memory }                 | Each physical page counts once; Questions change nothing
            { copies: memory }                | copied on write when a store; Questions change nothing
            { same-page: [a.p, a.q] }         | both are read; Questions change nothing
            """)
    void only_what_applies_is_said(String question, String notes) {
        List<String> expected = notes == null ? List.of() : List.of(notes.split("; "));
        List<String> found =
                ReadingNotes.of(Exercises.assignment("""
                        exercise: Notes
                        files: { data.txt: { pages: [hello, HELLO] } }
                        processes: { a: { p: { file: data.txt, sharing: private, length: 1 page }, q: { sharing: private } } }
                        steps:
                          - { write: { a.p: X }, label: past }
                          - { munmap: { a.q: 1 page }, label: map }
                          - mmap: { a.q: { sharing: private } }
                          - ask:
                              asked: %s
                        """.formatted(question)).story(Variant.ONLY), Presentation.WORDS);
        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(found.get(i)).contains(expected.get(i));
        }
    }
}
