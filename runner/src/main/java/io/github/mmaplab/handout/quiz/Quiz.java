package io.github.mmaplab.handout.quiz;

import io.github.mmaplab.exercise.Assignment;
import io.github.mmaplab.scenario.model.Question;
import io.github.mmaplab.scenario.model.Variant;
import java.math.BigDecimal;
import java.util.List;

/**
 * An exercise as a quiz.
 *
 * @param title the title of the exercise
 * @param exercise the name of the exercise
 * @param pools one for each question of the exercise, in order
 */
public record Quiz(String title, String exercise, List<Pool> pools) {
    /** Copies the list. */
    public Quiz {
        pools = List.copyOf(pools);
    }

    /**
     * Questions that differ only by their variant, one of which a quiz draws.
     *
     * @param name the name of the question in the exercise
     */
    public record Pool(String name, List<QuizQuestion> questions) {
        /** Copies the list. */
        public Pool {
            questions = List.copyOf(questions);
        }

        /** The points of each question. */
        BigDecimal points() {
            return questions.get(0).points();
        }
    }

    /**
     * The quiz with these variants, at least one.
     *
     * @throws io.github.mmaplab.answer.VariantException if a variant has a mistake, or a question has no answer
     * @throws UnfitQuestionException if a question can't be asked without playing the exercise
     */
    public static Quiz of(Assignment assignment, List<Variant> variants) {
        List<Question> questions = assignment.story(variants.get(0)).questions();
        List<Pool> pools = questions.stream()
                .map(question -> question.info().name())
                .map(name -> new Pool(name, questions(assignment, variants, name)))
                .toList();
        return new Quiz(assignment.story(variants.get(0)).title(), assignment.id(), pools);
    }

    private static List<QuizQuestion> questions(Assignment assignment, List<Variant> variants, String name) {
        return variants.stream()
                .map(variant -> new QuestionMaker(assignment, variant, name).question())
                .toList();
    }
}
