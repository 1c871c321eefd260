package io.github.mmaplab.handout;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.exercise.Assignment;
import io.github.mmaplab.exercise.Exercises;
import io.github.mmaplab.exercise.roster.Student;
import io.github.mmaplab.handout.sheet.Sheet;
import io.github.mmaplab.handout.study.SelfStudy;
import io.github.mmaplab.scenario.model.Variant;
import io.github.mmaplab.web.NeedsBrowser;
import io.github.mmaplab.web.Tab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A page for self-study asks first, and shows what happens afterwards. */
final class SelfStudyTest {
    private static final String SHOWN = "document.getElementById('study').innerText";

    @TempDir
    Path folder;

    private static String page(Assignment assignment) {
        Student student = new Student("s1");
        Variant variant = assignment.variantOf(student.subject());
        return SelfStudy.of(assignment, variant, new Handout(assignment).sheet(student));
    }

    @ParameterizedTest
    @MethodSource("io.github.mmaplab.handout.LibraryGivesNothingAwayTest#files")
    void every_question_is_asked_once_and_every_step_shown(Path file) {
        Assignment assignment = Exercises.assignment(file);
        Sheet sheet = new Handout(assignment).sheet(new Student("s1"));
        String page = page(assignment);
        assertThat(page).contains("For self-study, not for grades: this page contains the answers.");
        for (Sheet.Asked asked : sheet.questions()) {
            assertThat(page.split("data-question=\"" + asked.name() + "\"", -1)).hasSize(2);
        }
        assertThat(page.split("data-answer=", -1)).hasSize(sheet.questions().size() + 1);
        sheet.story().steps().stream()
                .filter(line -> line.number() > 0)
                .forEach(line -> assertThat(page).contains("<strong>Step " + line.number() + ": </strong>"));
    }

    @Test
    @NeedsBrowser
    void answers_are_shown_only_after_the_question() throws IOException, InterruptedException {
        String html = page(Exercises.assignment("""
                exercise: Whose page?
                processes: { parent: { p: { sharing: private } } }
                steps:
                  - write: { parent.p: AB }
                  - fork: { parent: child }
                  - write: { child.p: CD }
                ask:
                  shared: { same-page: [parent.p, child.p] }
                  read: { content-of: parent.p, length: 2 }
                """));
        try (Tab tab = Tab.open(Files.writeString(folder.resolve("study.html"), html), folder)) {
            assertThat(tab.evaluate(SHOWN)).doesNotContain("child", "right answer");
            goOn(tab);
            goOn(tab);
            goOn(tab);
            assertThat(tab.evaluate(SHOWN)).contains("Step 3:").doesNotContain("right answer", "No:", "\u2713");
            tab.evaluate("document.querySelector('[name=shared][value=yes]').click()");
            goOn(tab);
            assertThat(tab.evaluate(SHOWN))
                    .contains("A question has no answer yet")
                    .doesNotContain("right answer");
            tab.evaluate("document.getElementById('a-read').value = 'AB'");
            goOn(tab);
            assertThat(tab.evaluate(SHOWN))
                    .contains("\u2717 Not right. The right answer is no.", "\u2713 Right. The right answer is AB.")
                    .contains("This is the end.");
        }
    }

    /** With the keyboard: the button is the last element that has the focus. */
    private static void goOn(Tab tab) {
        for (int i = 0; i < 100; i++) {
            tab.press("Tab");
            if (tab.evaluate("document.activeElement.id").equals("next")) {
                tab.press("Enter");
                return;
            }
        }
        throw new AssertionError("the button can't be reached by keyboard");
    }
}
