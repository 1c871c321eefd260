package io.github.mmaplab.handout.quiz;

/**
 * Questions in a format that Moodle imports: a category for each question of the exercise, and in it the question of each
 * variant, so that a quiz can draw one at random.
 */
abstract class MoodleQuestions {
    /** Writes all questions. */
    final void write(Quiz quiz) {
        for (Quiz.Pool pool : quiz.pools()) {
            category("mmaplab/" + level(quiz.exercise()) + "/" + level(pool.name()));
            pool.questions().forEach(this::question);
        }
    }

    /** Begins a category with this path. */
    abstract void category(String path);

    abstract void question(QuizQuestion question);

    /**
     * A level of a path of categories. A slash in it is doubled, and one at its edge is separated from the slash of the
     * path.
     */
    private static String level(String name) {
        String doubled = Shortened.to(Shortened.NAME, name).replace("/", "//");
        return (doubled.startsWith("/") ? " " : "") + doubled + (doubled.endsWith("/") ? " " : "");
    }

    /** A star in a short answer matches anything, unless a backslash is before it. */
    static String wildcardFree(QuizQuestion.Kind kind, String text) {
        return kind == QuizQuestion.Kind.WORD ? text.replace("*", "\\*") : text;
    }
}
