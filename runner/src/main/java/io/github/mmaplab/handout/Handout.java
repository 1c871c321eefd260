package io.github.mmaplab.handout;

import io.github.mmaplab.answer.AnswerForms;
import io.github.mmaplab.answer.OfferedChoices;
import io.github.mmaplab.answer.ReplyText;
import io.github.mmaplab.exercise.Assignment;
import io.github.mmaplab.exercise.roster.Student;
import io.github.mmaplab.handout.sheet.Sheet;
import io.github.mmaplab.picture.figure.Beginning;
import io.github.mmaplab.run.result.Reply;
import io.github.mmaplab.scenario.model.Choices;
import io.github.mmaplab.scenario.model.Presentation;
import io.github.mmaplab.scenario.model.Question;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.scenario.model.Variant;
import io.github.mmaplab.show.Storyboards;
import java.util.List;
import java.util.Optional;

/**
 * Makes the sheets of an assignment. Each variant is played first, so that no faulty one is handed out. Nothing that is
 * seen then reaches the sheet, except choices that the exercise computes: the picture is made of a scenario without steps.
 */
public final class Handout {
    private final Assignment assignment;
    private final Presentation presentation;

    /** The sheets of that assignment. */
    public Handout(Assignment assignment) {
        this(assignment, assignment.exercise().presentation());
    }

    /** The sheets of that assignment, presented otherwise than it says. */
    public Handout(Assignment assignment, Presentation presentation) {
        this.assignment = assignment;
        this.presentation = presentation;
    }

    /** Whether all students get the same sheet. */
    public boolean isSameForAll() {
        return assignment.exercise().parameters().isEmpty();
    }

    /** The sheet of a student. */
    public Sheet sheet(Student student) {
        Sheet.Recipient recipient = new Sheet.Recipient(Optional.of(student.id()), student.name(), student.group());
        return sheet(recipient, assignment.variantOf(student.subject()));
    }

    /**
     * The sheet for all students.
     *
     * @throws IllegalStateException if the exercise has variants
     */
    public Sheet sheetForAll() {
        if (!isSameForAll()) {
            throw new IllegalStateException("each student has a variant");
        }
        return sheet(Sheet.Recipient.ALL, Variant.ONLY);
    }

    private Sheet sheet(Sheet.Recipient recipient, Variant variant) {
        assignment.key(variant).requireSound();
        Scenario story = assignment.story(variant);
        Optional<String> code = isSameForAll() ? Optional.empty() : Optional.of(assignment.codeOf(variant));
        return Sheet.of(
                assignment.id(),
                recipient,
                code,
                story,
                Beginning.of(Storyboards.of(story.beginning())),
                presentation,
                question -> choices(story, variant, question));
    }

    private List<String> choices(Scenario story, Variant variant, Question question) {
        List<Reply> offered = question.info().choices() instanceof Choices.Computed
                ? OfferedChoices.of(assignment.key(variant), question)
                : OfferedChoices.written(question, AnswerForms.of(story));
        return offered.stream().map(ReplyText::of).toList();
    }
}
