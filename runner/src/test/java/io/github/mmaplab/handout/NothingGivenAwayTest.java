package io.github.mmaplab.handout;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.answer.AnswerForms;
import io.github.mmaplab.answer.AnswerKey;
import io.github.mmaplab.answer.OfferedChoices;
import io.github.mmaplab.answer.ReplyText;
import io.github.mmaplab.exercise.Assignment;
import io.github.mmaplab.exercise.Exercises;
import io.github.mmaplab.exercise.roster.Student;
import io.github.mmaplab.handout.key.Key;
import io.github.mmaplab.handout.key.KeyMarkdown;
import io.github.mmaplab.handout.sheet.FormHtml;
import io.github.mmaplab.handout.sheet.PredictionTemplate;
import io.github.mmaplab.handout.sheet.Sheet;
import io.github.mmaplab.handout.sheet.SheetHtml;
import io.github.mmaplab.handout.sheet.SheetMarkdown;
import io.github.mmaplab.scenario.model.Presentation;
import io.github.mmaplab.scenario.model.Variant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Looks for answers in what students get. That sheets are made without any answer is held by ArchitectureTest; here they
 * are searched, in exercises whose answers do not occur in their stories: words put together of two writes, sizes that
 * are sums, outcomes that nobody names.
 */
final class NothingGivenAwayTest {
    private static final Assignment ASSIGNMENT = Exercises.assignment("""
            exercise: Put together
            vary:
              low: [ab, cd, ef]
              high: [UV, WX, YZ]
              more: [17, 18, 19]
            files: { data.txt: { text: "____", size: 2 pages } }
            processes:
              alice: { p: { file: data.txt, sharing: shared } }
              bob: { q: { file: data.txt, sharing: private, prot: r } }
            steps:
              - write: { alice.p: <low> }
              - write: { alice.p + 2: <high> }
              - truncate: { data.txt: 1 page + <more> }
              - write: { bob.q: n }
                label: forbidden
              - expect: { bob.q: <low><high> }
              - ask:
                  seen: { content-of: bob.q, length: 4 }
                  in-file: { content-of: data.txt + 1, length: 3 }
                  size: { size-of: data.txt }
                  came-to: { outcome-of: forbidden }
            expect: { data.txt: <low><high> }
            """);

    private static final Set<String> COMMON = Set.of("SIGSEGV");

    @Test
    void no_answer_of_any_variant_is_in_what_students_get() {
        List<Variant> variants = ASSIGNMENT.sample(27);
        assertThat(variants).hasSize(27);
        for (Variant variant : variants) {
            Student student = studentOf(variant);
            Sheet sheet = new Handout(ASSIGNMENT).sheet(student);
            AnswerKey key = ASSIGNMENT.key(variant);
            assertThat(key.linux().passed()).isTrue();
            String all = SheetMarkdown.of(sheet)
                    + SheetHtml.of(sheet)
                    + PredictionTemplate.of(sheet)
                    + FormHtml.of(sheet, "s.prediction.yaml");
            key.truth().forEach((question, truth) -> {
                String answer = ReplyText.of(truth);
                if (!COMMON.contains(answer)) {
                    assertThat(all).as("%s of %s", question, variant.values()).doesNotContain(answer);
                }
            });
        }
    }

    @Test
    void the_search_would_find_them() {
        Variant variant = ASSIGNMENT.variant(0);
        String key = KeyMarkdown.of(Key.of(ASSIGNMENT, variant, List.of()));
        assertThat(key).contains("abUV", "bUV", "4113", "SIGSEGV");
    }

    /** A signal stands on every sheet, where it says what is accepted: beyond that, nothing tells of it. */
    @ParameterizedTest
    @EnumSource
    void what_a_step_comes_to_is_not_told_where_it_is_asked(Presentation presentation) {
        Sheet sheet = new Handout(ASSIGNMENT, presentation).sheet(new Student("s1"));
        Set<String> lines = new HashSet<>();
        SheetMarkdown.of(sheet).lines().filter(line -> line.contains("SIGSEGV")).forEach(lines::add);
        assertThat(lines)
                .isNotEmpty()
                .allSatisfy(line ->
                        assertThat(line).containsPattern("^(Accepted: |- Every process handles SIGSEGV and SIGBUS: )"));
        assertThat(SheetMarkdown.of(sheet))
                .contains(
                        presentation == Presentation.C
                                ? "q[0] = 'n';\n"
                                : "4. *bob* writes `n` at the beginning of *q*. What is the outcome?");
    }

    /** What is in a sheet needs no answer: this story could not even be played, so that it is never handed out. */
    @ParameterizedTest
    @EnumSource
    void a_sheet_needs_no_kernel(Presentation presentation) {
        Assignment unplayable = Exercises.assignment("""
                exercise: Fails at its first step
                processes: { alice: { p: { sharing: private, prot: r } } }
                steps:
                  - write: { alice.p: n }
                  - ask: { seen: alice.p, chosen: { content-of: alice.p, length: 1, choices: [n, o] } }
                """);
        assertThat(unplayable.key(Variant.ONLY).linux().passed()).isFalse();
        AnswerForms forms = AnswerForms.of(unplayable.story(Variant.ONLY));
        Sheet sheet = Sheet.of(
                unplayable.id(),
                Sheet.Recipient.ALL,
                Optional.empty(),
                unplayable.story(Variant.ONLY),
                Optional.empty(),
                presentation,
                question -> OfferedChoices.written(question, forms).stream()
                        .map(ReplyText::of)
                        .toList());
        assertThat(SheetMarkdown.of(sheet)).contains("- `n`\n- `o`\n");
    }

    private static Student studentOf(Variant variant) {
        for (int i = 0; i < 10_000; i++) {
            Student student = new Student("s" + i);
            if (ASSIGNMENT.variantOf(student.subject()).equals(variant)) {
                return student;
            }
        }
        throw new AssertionError("nobody has the variant " + variant.values());
    }
}
