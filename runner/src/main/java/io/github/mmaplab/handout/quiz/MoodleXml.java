package io.github.mmaplab.handout.quiz;

import io.github.mmaplab.markup.Tag;
import io.github.mmaplab.page.XmlDocument;
import java.util.List;

/** Questions as Moodle XML. */
public final class MoodleXml extends MoodleQuestions {
    private final XmlDocument xml = new XmlDocument();

    private MoodleXml() {}

    /** The whole file. */
    public static String of(Quiz quiz) {
        MoodleXml written = new MoodleXml();
        written.xml.open("quiz");
        written.write(quiz);
        written.xml.close();
        return written.xml.end();
    }

    @Override
    void category(String path) {
        xml.open("question", "type", "category");
        text("category", "$course$/" + path);
        xml.close();
    }

    @Override
    void question(QuizQuestion question) {
        xml.open(
                "question",
                "type",
                switch (question.kind()) {
                    case CHOICE -> "multichoice";
                    case WORD -> "shortanswer";
                    case NUMBER -> "numerical";
                    case ESSAY -> "essay";
                });
        text("name", Shortened.to(Shortened.NAME, question.idNumber()));
        html("questiontext", question.text());
        html("generalfeedback", question.explanation());
        xml.element("defaultgrade", question.points().toPlainString());
        xml.element("penalty", "0.3333333");
        xml.element("hidden", "0");
        xml.element("idnumber", Shortened.to(Shortened.ID_NUMBER, question.idNumber()));
        switch (question.kind()) {
            case CHOICE -> {
                xml.element("single", "true");
                xml.element("shuffleanswers", "true");
                xml.element("answernumbering", "abc");
            }
            case WORD -> xml.element("usecase", question.caseMatters() ? "1" : "0");
            case NUMBER -> xml.element("unitgradingtype", "0");
            case ESSAY -> {
                xml.element("responseformat", "plain");
                xml.element("responserequired", "0");
                xml.element("responsefieldlines", "5");
                xml.element("attachments", "0");
            }
        }
        question.answers().forEach(answer -> answer(question.kind(), answer));
        xml.open("tags");
        for (String tag : List.of("mmaplab", question.exercise(), question.code())) {
            text("tag", Shortened.to(Shortened.NAME, tag));
        }
        xml.close();
        xml.close();
    }

    private void answer(QuizQuestion.Kind kind, QuizQuestion.Answer answer) {
        boolean choice = kind == QuizQuestion.Kind.CHOICE;
        String format = choice ? "html" : "moodle_auto_format";
        xml.open("answer", "fraction", answer.right() ? "100" : "0", "format", format);
        xml.element("text", choice ? Tag.of("code").text(answer.text()).toString() : wildcardFree(kind, answer.text()));
        if (kind == QuizQuestion.Kind.NUMBER) {
            xml.element("tolerance", "0");
        }
        html("feedback", answer.feedback());
        xml.close();
    }

    private void html(String element, String html) {
        text(element, html, "format", "html");
    }

    private void text(String element, String text, String... attributes) {
        xml.open(element, attributes);
        xml.element("text", text);
        xml.close();
    }
}
