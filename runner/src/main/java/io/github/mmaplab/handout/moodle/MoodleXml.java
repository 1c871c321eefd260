package io.github.mmaplab.handout.moodle;

import io.github.mmaplab.exercise.Assignment;
import io.github.mmaplab.page.Html;
import io.github.mmaplab.page.Tag;
import io.github.mmaplab.scenario.model.Question;
import io.github.mmaplab.scenario.model.Variant;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Questions as Moodle XML: a category for each question of the exercise, and in it the question of each variant, so that a
 * quiz can draw one at random.
 */
public final class MoodleXml {
    /** What XML 1.0 can't hold. */
    private static final Pattern NO_CHARACTER =
            Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private final StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<quiz>\n");

    private MoodleXml() {}

    /**
     * The whole file.
     *
     * @throws io.github.mmaplab.exercise.VariantException if a variant has a mistake, or a question no answer
     */
    public static String of(Assignment assignment, List<Variant> variants) {
        MoodleXml quiz = new MoodleXml();
        List<Question> questions = assignment.story(variants.get(0)).questions();
        for (Question question : questions) {
            String category = "";
            for (Variant variant : variants) {
                QuizQuestion each = QuizQuestion.of(
                        assignment,
                        variant,
                        assignment.key(variant).question(question.info().name()));
                if (category.isEmpty()) {
                    category = each.category();
                    quiz.category(category);
                }
                quiz.question(each);
            }
        }
        return quiz.xml.append("</quiz>\n").toString();
    }

    private void category(String category) {
        xml.append("<question type=\"category\"><category>");
        text("$course$/" + category);
        xml.append("</category></question>\n");
    }

    private void question(QuizQuestion question) {
        String type = switch (question.kind()) {
            case CHOICE -> "multichoice";
            case WORD -> "shortanswer";
            case NUMBER -> "numerical";
        };
        xml.append("<question type=\"").append(type).append("\">\n<name>");
        text(question.idNumber());
        xml.append("</name>\n");
        html("questiontext", question.text());
        html("generalfeedback", question.explanation());
        element("defaultgrade", question.points().toPlainString());
        element("penalty", "0.3333333");
        element("hidden", "0");
        element("idnumber", question.idNumber());
        switch (question.kind()) {
            case CHOICE -> {
                element("single", "true");
                element("shuffleanswers", "true");
                element("answernumbering", "abc");
            }
            case WORD -> element("usecase", question.caseMatters() ? "1" : "0");
            case NUMBER -> element("unitgradingtype", "0");
        }
        question.answers().forEach(answer -> answer(question.kind(), answer));
        xml.append("<tags>");
        for (String tag : List.of("mmaplab", question.exercise(), question.code())) {
            xml.append("<tag>");
            text(tag);
            xml.append("</tag>");
        }
        xml.append("</tags>\n</question>\n");
    }

    private void answer(QuizQuestion.Kind kind, QuizQuestion.Answer answer) {
        boolean choice = kind == QuizQuestion.Kind.CHOICE;
        xml.append("<answer fraction=\"").append(answer.right() ? 100 : 0).append("\" format=\"");
        xml.append(choice ? "html" : "moodle_auto_format").append("\">");
        text(choice ? Tag.of("code").text(answer.text()).toString() : wildcardFree(kind, answer.text()));
        if (kind == QuizQuestion.Kind.NUMBER) {
            xml.append("<tolerance>0</tolerance>");
        }
        html("feedback", answer.feedback());
        xml.append("</answer>\n");
    }

    /** A star in a short answer stands for anything, unless a backslash is before it. */
    static String wildcardFree(QuizQuestion.Kind kind, String text) {
        return kind == QuizQuestion.Kind.WORD ? text.replace("*", "\\*") : text;
    }

    private void html(String element, String html) {
        xml.append('<').append(element).append(" format=\"html\">");
        text(html);
        xml.append("</").append(element).append(">\n");
    }

    private void element(String name, String text) {
        xml.append('<')
                .append(name)
                .append('>')
                .append(Html.text(text))
                .append("</")
                .append(name)
                .append(">\n");
    }

    /** A section that nothing in the text ends. */
    private void text(String text) {
        String fit = NO_CHARACTER.matcher(text).replaceAll("\uFFFD");
        xml.append("<text><![CDATA[")
                .append(fit.replace("]]>", "]]]]><![CDATA[>"))
                .append("]]></text>");
    }
}
