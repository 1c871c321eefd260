package io.github.mmaplab.handout.sheet;

import io.github.mmaplab.answer.Accepted;
import io.github.mmaplab.answer.AnswerForms;
import io.github.mmaplab.answer.Prompt;
import io.github.mmaplab.answer.Wording;
import io.github.mmaplab.handout.story.Story;
import io.github.mmaplab.listing.Listing;
import io.github.mmaplab.listing.ListingPrompt;
import io.github.mmaplab.picture.figure.Drawing;
import io.github.mmaplab.scenario.model.Presentation;
import io.github.mmaplab.scenario.model.Question;
import io.github.mmaplab.scenario.model.QuestionInfo;
import io.github.mmaplab.scenario.model.Scenario;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a student receives. It is made of the story and its questions, and contains no answers but the choices of a
 * question.
 *
 * @param exercise the name of the exercise
 * @param recipient whom it is for
 * @param code the code of the variant; empty if all students have the same
 * @param title the title of the exercise, text
 * @param about prose, Markdown; may be empty
 * @param references where to read more, text
 * @param picture the mappings and files at the beginning, as the story describes them
 * @param story what the variant begins with, and what happens unless the listing shows it
 * @param listing what happens, as C
 * @param notes what answers depend on besides the story, sentences of text
 * @param points the points of all questions together, a number
 * @param questions in order
 */
public record Sheet(
        String exercise,
        Recipient recipient,
        Optional<String> code,
        String title,
        String about,
        List<String> references,
        Optional<Drawing> picture,
        Story story,
        Optional<Listing> listing,
        List<String> notes,
        String points,
        List<Asked> questions) {
    /** Copies the lists. */
    public Sheet {
        references = List.copyOf(references);
        notes = List.copyOf(notes);
        questions = List.copyOf(questions);
    }

    /**
     * The recipient of a sheet. All of it is untrusted.
     *
     * @param student the id; empty if the sheet is for all students
     * @param name as in the roster
     * @param group the members of the student's group
     */
    public record Recipient(Optional<String> student, Optional<String> name, Optional<String> group) {
        /** All students. */
        public static final Recipient ALL = new Recipient(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * A question.
     *
     * @param name its name in predictions
     * @param prompt its words, Markdown
     * @param points in words
     * @param hint Markdown; may be empty
     * @param choices the answers offered, as a student would write them, in an order that does not reveal the answer;
     *     may be empty
     * @param accepted what is accepted, in words
     * @param boxes what a table with empty boxes has a row for, Markdown; may be empty
     * @param field where the answer goes in a form
     */
    public record Asked(
            String name,
            String prompt,
            String points,
            String hint,
            List<String> choices,
            String accepted,
            List<Box> boxes,
            Field field) {
        /** Copies the lists. */
        public Asked {
            choices = List.copyOf(choices);
            boxes = List.copyOf(boxes);
        }

        private Asked withoutHint() {
            return new Asked(name, prompt, points, "", choices, accepted, boxes, field);
        }
    }

    /**
     * A page for which a student draws the arrow to a physical page.
     *
     * @param process Markdown
     * @param page Markdown
     */
    public record Box(String process, String page) {}

    /** The same sheet without hints, for an exam. */
    public Sheet withoutHints() {
        List<Asked> asked = questions.stream().map(Asked::withoutHint).toList();
        return new Sheet(
                exercise, recipient, code, title, about, references, picture, story, listing, notes, points, asked);
    }

    /** The same sheet with the beginning of the story alone. */
    public Sheet beginningAlone() {
        return new Sheet(
                exercise,
                recipient,
                code,
                title,
                about,
                references,
                picture,
                story.withoutSteps(),
                Optional.empty(),
                notes,
                points,
                questions);
    }

    /**
     * The sheet of a variant.
     *
     * @param story the story of the variant, which need not have been played
     * @param picture the mappings and files at its beginning
     * @param presentation how it shows what happens
     * @param choices the answers that a question offers, as a student would write them
     */
    public static Sheet of(
            String exercise,
            Recipient recipient,
            Optional<String> code,
            Scenario story,
            Optional<Drawing> picture,
            Presentation presentation,
            Function<Question, List<String>> choices) {
        AnswerForms forms = AnswerForms.of(story);
        Optional<Listing> listing = presentation == Presentation.C ? Optional.of(Listing.of(story)) : Optional.empty();
        Story told = Story.of(story);
        List<Asked> questions = new ArrayList<>();
        BigDecimal points = BigDecimal.ZERO;
        for (Question question : story.questions()) {
            QuestionInfo info = question.info();
            points = points.add(info.points());
            List<String> offered = choices.apply(question);
            questions.add(new Asked(
                    info.name(),
                    listing.map(lines -> ListingPrompt.of(lines, story, question))
                            .orElseGet(() -> Prompt.of(story, question)),
                    Prompt.points(question),
                    info.hint().orElse(""),
                    offered,
                    offered.isEmpty() ? Accepted.of(question, forms) : "one of the answers offered",
                    boxes(question, story.pageSize()),
                    Field.of(question, offered)));
        }
        return new Sheet(
                exercise,
                recipient,
                code,
                story.title(),
                story.about().orElse(""),
                story.references(),
                picture,
                listing.isPresent() ? told.beginningAlone() : told,
                listing,
                ReadingNotes.of(story, presentation),
                points.signum() == 0 ? "0" : points.stripTrailingZeros().toPlainString(),
                questions);
    }

    private static List<Box> boxes(Question question, int pageSize) {
        if (!(question instanceof Question.PageTables tables)) {
            return List.of();
        }
        Wording words = new Wording(pageSize);
        return tables.pages().stream()
                .map(page -> new Box(Wording.name(page.process()), words.page(page)))
                .toList();
    }
}
