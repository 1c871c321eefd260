package io.github.mmaplab.handout.quiz;

import io.github.mmaplab.page.Html;
import io.github.mmaplab.page.Tag;
import io.github.mmaplab.text.Medium;
import java.util.List;

/**
 * Questions as Moodle XML: a category for each question of the exercise, and in it the question of each variant, so that a
 * quiz can draw one at random.
 */
public final class MoodleXml {
    private final StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<quiz>\n");

    private MoodleXml() {}

    /** The whole file. */
    public static String of(Quiz quiz) {
        MoodleXml written = new MoodleXml();
        for (Quiz.Pool pool : quiz.pools()) {
            written.category("mmaplab/" + level(quiz.exercise()) + "/" + level(pool.name()));
            pool.questions().forEach(written::question);
        }
        return written.xml.append("</quiz>\n").toString();
    }

    private void category(String category) {
        xml.append("<question type=\"category\"><category>");
        text("$course$/" + category);
        xml.append("</category></question>\n");
    }

    /** A level of a path of categories: a slash in it is doubled, and one at its edge is kept off the next level's. */
    static String level(String name) {
        String doubled = Shortened.to(Shortened.NAME, name).replace("/", "//");
        return (doubled.startsWith("/") ? " " : "") + doubled + (doubled.endsWith("/") ? " " : "");
    }

    private void question(QuizQuestion question) {
        String type = switch (question.kind()) {
            case CHOICE -> "multichoice";
            case WORD -> "shortanswer";
            case NUMBER -> "numerical";
        };
        xml.append("<question type=\"").append(type).append("\">\n<name>");
        text(Shortened.to(Shortened.NAME, question.idNumber()));
        xml.append("</name>\n");
        html("questiontext", question.text());
        html("generalfeedback", question.explanation());
        element("defaultgrade", question.points().toPlainString());
        element("penalty", "0.3333333");
        element("hidden", "0");
        element("idnumber", Shortened.to(Shortened.ID_NUMBER, question.idNumber()));
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
            text(Shortened.to(Shortened.NAME, tag));
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
        String fit = Medium.XML.fit(text);
        xml.append("<text><![CDATA[")
                .append(fit.replace("]]>", "]]]]><![CDATA[>"))
                .append("]]></text>");
    }
}
