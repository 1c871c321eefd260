package io.github.mmaplab.cli.teach;

import io.github.mmaplab.answer.AnswerKey;
import io.github.mmaplab.exercise.Power;
import io.github.mmaplab.exercise.Survey;
import io.github.mmaplab.mistake.Misconception;
import io.github.mmaplab.scenario.model.Question;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reports how much the variants of an exercise differ, and what its questions can detect. */
public final class SurveyText {
    /** The maximum number of different right answers that are listed. */
    private static final int MOST_ANSWERS = 4;

    /** The share that the answers of a neighbour may earn without a warning. */
    private static final double NEIGHBOUR = 0.5;

    private final Survey survey;
    private final Power power;
    private final StringBuilder text = new StringBuilder();
    private final List<String> warnings = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private SurveyText(Survey survey) {
        this.survey = survey;
        this.power = survey.power();
    }

    /**
     * The whole text.
     *
     * @param all the number of all variants
     * @param sample a variant, for the questions
     */
    public static String of(Survey survey, long all, AnswerKey sample) {
        SurveyText text = new SurveyText(survey);
        text.variants(all);
        text.questions(sample);
        text.table();
        text.alike();
        text.warn();
        return text.text.toString();
    }

    private void variants(long all) {
        String played = survey.variants() == all
                ? (all == 1 ? "1 variant for all students" : "all " + all + " variants played")
                : survey.variants() + " of " + all + " variants played";
        text.append(played);
        text.append(all == 1 ? "" : ", " + survey.distinct() + " of them distinct");
        text.append(survey.shapes() <= 1 ? "; all equally hard: the same steps and kinds of answers\n" : "\n");
        if (survey.shapes() > 1) {
            warnings.add("the variants are not equally hard: there are " + survey.shapes()
                    + " kinds, which differ in their steps or in the kinds of their answers, such as "
                    + survey.oneOfEachShape().get(0).values() + " and "
                    + survey.oneOfEachShape().get(1).values());
        }
    }

    private void questions(AnswerKey sample) {
        text.append("\nquestions and right answers\n");
        List<String> names = sample.scenario().questions().stream()
                .map(question -> question.info().name())
                .toList();
        int width = width(names);
        for (Question question : sample.scenario().questions()) {
            String name = question.info().name();
            Map<String, Integer> answers = survey.answers().getOrDefault(name, Map.of());
            text.append("  ").append(pad(name, width)).append("  ");
            text.append(points(question.info().points())).append("  ");
            text.append(
                            switch (question.judge()) {
                                case KERNEL -> answers(answers);
                                case AUTHOR -> answers(answers) + " (decided by the exercise, not by a kernel)";
                                case READER -> "(a person reads the answers)";
                            })
                    .append('\n');
        }
        if (survey.variants() > 1) {
            neighbour();
        }
    }

    /** What it is worth to copy the answers of another student. */
    private void neighbour() {
        long percent = Math.round(100 * survey.neighbour());
        text.append("  the right answers of another variant earn ")
                .append(percent)
                .append(" % of the points on average\n");
        if (survey.neighbour() > NEIGHBOUR) {
            warnings.add("the right answers of another variant earn " + percent
                    + " % of the points: vary what the questions ask for, or give those that vary more points");
        }
        if (!survey.constant().isEmpty()) {
            notes.add("the same right answer in all variants: " + String.join(", ", survey.constant()));
        }
    }

    private static String points(BigDecimal points) {
        return points.toPlainString() + (points.compareTo(BigDecimal.ONE) == 0 ? " point " : " points");
    }

    private static String answers(Map<String, Integer> answers) {
        List<String> shown = new ArrayList<>();
        answers.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(MOST_ANSWERS)
                .forEach(answer -> shown.add(
                        answers.size() == 1 ? answer.getKey() : answer.getKey() + " " + answer.getValue() + "x"));
        int others = answers.size() - shown.size();
        return String.join(", ", shown) + (others == 0 ? "" : ", " + others + (others == 1 ? " other" : " others"));
    }

    private void table() {
        List<Misconception> told = power.told();
        text.append("\nmisconceptions that each question detects, and in how many variants\n");
        if (told.isEmpty()) {
            text.append("  none\n");
            return;
        }
        List<String> questions = List.copyOf(power.counts(told.get(0)).keySet());
        int width = told.stream().mapToInt(each -> each.id().length()).max().orElse(0);
        text.append("  ").append(" ".repeat(width));
        questions.forEach(question -> text.append("  ").append(question));
        text.append('\n');
        for (Misconception misconception : told) {
            text.append("  ").append(pad(misconception.id(), width));
            Map<String, Integer> counts = power.counts(misconception);
            questions.forEach(question ->
                    text.append("  ").append(pad(share(counts.getOrDefault(question, 0)), question.length())));
            trim();
        }
        List<String> untold = new ArrayList<>();
        for (Misconception misconception : Misconception.values()) {
            if (!told.contains(misconception)) {
                untold.add(misconception.id());
            }
        }
        text.append("  not detected: ")
                .append(untold.isEmpty() ? "(nothing)" : String.join(", ", untold))
                .append('\n');
    }

    /** Ends a line, without trailing blanks. */
    private void trim() {
        while (text.charAt(text.length() - 1) == ' ') {
            text.setLength(text.length() - 1);
        }
        text.append('\n');
    }

    private String share(int count) {
        if (count == 0) {
            return "-";
        }
        return count == power.variants() ? "all" : count + "/" + power.variants();
    }

    private void alike() {
        for (List<Misconception> group : power.alike()) {
            text.append("  same answer to every question: ");
            text.append(String.join(", ", group.stream().map(Misconception::id).toList()));
            text.append('\n');
        }
    }

    private void warn() {
        for (String question : power.tellingNothing()) {
            warnings.add("every misconception gets `" + question + "` right: it detects none");
        }
        for (Misconception misconception : power.inOneAnswerAlone()) {
            warnings.add(
                    "`" + misconception.id() + "` shows in "
                            + (power.spread(misconception).fewest() == 0
                                    ? "no answer in some variants"
                                    : "one answer alone" + (survey.variants() > 1 ? " in some variant" : ""))
                            + ": a misconception is reported only if it explains at least two wrong answers; add a question about it");
        }
        for (Misconception misconception : power.unequal()) {
            Power.Spread spread = power.spread(misconception);
            notes.add("a student who believes `" + misconception.id() + "` earns "
                    + spread.least().toPlainString() + " to " + spread.most().toPlainString()
                    + " points, depending on the variant");
        }
        for (String note : notes) {
            text.append("note: ").append(note).append('\n');
        }
        for (String warning : warnings) {
            text.append("warning: ").append(warning).append('\n');
        }
    }

    private static int width(Iterable<String> words) {
        int width = 0;
        for (String word : words) {
            width = Math.max(width, word.length());
        }
        return width;
    }

    private static String pad(String word, int width) {
        return word + " ".repeat(Math.max(0, width - word.length()));
    }
}
