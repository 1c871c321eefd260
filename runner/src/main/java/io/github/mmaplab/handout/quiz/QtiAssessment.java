package io.github.mmaplab.handout.quiz;

import io.github.mmaplab.markup.Tag;
import io.github.mmaplab.page.XmlDocument;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The quiz in QTI 1.2, with Canvas's additions: the type of each question, and the points of a group.
 *
 * <p>In a written question, Canvas takes every answer that a condition names for a right one, whatever the condition
 * says. So the answers of misconceptions are named only in multiple-choice questions. Canvas also ignores case. If that
 * would make a wrong answer right, the question becomes a multiple-choice question.
 */
final class QtiAssessment {
    private static final String NAMESPACE = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2";
    private static final String RESPONSE = "response1";
    private static final String GENERAL_FEEDBACK = "general_fb";
    private static final String HTML = "text/html";

    private final XmlDocument xml = new XmlDocument();

    String write(Quiz quiz, String identifier) {
        xml.open("questestinterop", "xmlns", NAMESPACE);
        xml.open("assessment", "ident", identifier, "title", Shortened.to(Shortened.NAME, quiz.title()));
        xml.open("section", "ident", "root_section");
        quiz.pools().forEach(pool -> pool(quiz, pool));
        xml.close();
        xml.close();
        xml.close();
        return xml.end();
    }

    /** A group that one question is drawn from. */
    private void pool(Quiz quiz, Quiz.Pool pool) {
        String name = quiz.exercise() + "." + pool.name();
        xml.open("section", "ident", Qti.identifier(name), "title", Shortened.to(Shortened.NAME, pool.name()));
        xml.open("selection_ordering");
        xml.open("selection");
        xml.element("selection_number", "1");
        xml.open("selection_extension");
        xml.element("points_per_item", pool.points().toPlainString());
        xml.close();
        xml.close();
        xml.close();
        pool.questions().stream().map(QuizQuestion::withoutCase).forEach(this::item);
        xml.close();
    }

    private void item(QuizQuestion question) {
        String title = Shortened.to(Shortened.NAME, question.idNumber());
        xml.open("item", "ident", Qti.identifier(question.idNumber()), "title", title);
        xml.open("itemmetadata");
        xml.open("qtimetadata");
        field("question_type", type(question.kind()));
        field("points_possible", question.points().toPlainString());
        xml.close();
        xml.close();
        List<QuizQuestion.Answer> answers = inNoTellingOrder(question);
        presentation(question, answers);
        xml.open("resprocessing");
        xml.open("outcomes");
        xml.empty("decvar", "varname", "SCORE", "vartype", "Decimal", "minvalue", "0", "maxvalue", "100");
        xml.close();
        feedbackInAnyCase();
        if (question.kind() == QuizQuestion.Kind.CHOICE) {
            choiceFeedback(answers);
        }
        rightAnswers(question, answers);
        xml.close();
        feedback(GENERAL_FEEDBACK, question.explanation());
        if (question.kind() == QuizQuestion.Kind.CHOICE) {
            for (int i = 0; i < answers.size(); i++) {
                if (!answers.get(i).feedback().isEmpty()) {
                    feedback(choice(i) + "_fb", answers.get(i).feedback());
                }
            }
        }
        xml.close();
    }

    private static String type(QuizQuestion.Kind kind) {
        return switch (kind) {
            case CHOICE -> "multiple_choice_question";
            case WORD -> "short_answer_question";
            case NUMBER -> "numerical_question";
            case ESSAY -> "essay_question";
        };
    }

    /**
     * Whether choices are shuffled is a setting of the quiz, which is off by default, so the right one must not be
     * first.
     */
    private static List<QuizQuestion.Answer> inNoTellingOrder(QuizQuestion question) {
        List<QuizQuestion.Answer> answers = new ArrayList<>(question.answers());
        if (question.kind() == QuizQuestion.Kind.CHOICE) {
            answers.sort(Comparator.comparing(QuizQuestion.Answer::text));
        }
        return answers;
    }

    private static String choice(int index) {
        return "choice" + (index + 1);
    }

    private void field(String label, String entry) {
        xml.open("qtimetadatafield");
        xml.element("fieldlabel", label);
        xml.element("fieldentry", entry);
        xml.close();
    }

    private void material(String html) {
        xml.open("material");
        xml.element("mattext", html, "texttype", HTML);
        xml.close();
    }

    private void presentation(QuizQuestion question, List<QuizQuestion.Answer> answers) {
        xml.open("presentation");
        material(question.text());
        if (question.kind() == QuizQuestion.Kind.CHOICE) {
            xml.open("response_lid", "ident", RESPONSE, "rcardinality", "Single");
            xml.open("render_choice", "shuffle", "Yes");
            for (int i = 0; i < answers.size(); i++) {
                xml.open("response_label", "ident", choice(i));
                material(Tag.of("code").text(answers.get(i).text()).toString());
                xml.close();
            }
        } else {
            boolean number = question.kind() == QuizQuestion.Kind.NUMBER;
            xml.open("response_str", "ident", RESPONSE, "rcardinality", "Single");
            xml.open("render_fib", "fibtype", number ? "Decimal" : "String");
            xml.empty("response_label", "ident", "answer1", "rshuffle", "No");
        }
        xml.close();
        xml.close();
        xml.close();
    }

    private void feedbackInAnyCase() {
        xml.open("respcondition", "continue", "Yes");
        xml.open("conditionvar");
        xml.empty("other");
        xml.close();
        display(GENERAL_FEEDBACK);
        xml.close();
    }

    private void choiceFeedback(List<QuizQuestion.Answer> answers) {
        for (int i = 0; i < answers.size(); i++) {
            if (!answers.get(i).feedback().isEmpty()) {
                xml.open("respcondition", "continue", "Yes");
                xml.open("conditionvar");
                named(choice(i));
                xml.close();
                display(choice(i) + "_fb");
                xml.close();
            }
        }
    }

    /** Of choices and numbers, Canvas reads only the first that a condition names; of texts, all. */
    private void rightAnswers(QuizQuestion question, List<QuizQuestion.Answer> answers) {
        if (question.kind() == QuizQuestion.Kind.WORD) {
            right(() -> question.right().forEach(answer -> named(answer.text())));
            return;
        }
        for (int i = 0; i < answers.size(); i++) {
            QuizQuestion.Answer answer = answers.get(i);
            String choice = choice(i);
            if (answer.right()) {
                right(() -> {
                    if (question.kind() == QuizQuestion.Kind.CHOICE) {
                        named(choice);
                    } else {
                        number(answer.text());
                    }
                });
            }
        }
    }

    private void right(Runnable condition) {
        xml.open("respcondition", "continue", "No");
        xml.open("conditionvar");
        condition.run();
        xml.close();
        xml.element("setvar", "100", "action", "Set", "varname", "SCORE");
        xml.close();
    }

    private void named(String answer) {
        xml.element("varequal", answer, "respident", RESPONSE);
    }

    /** An exact number. Canvas reads the tolerance from the bounds. */
    private void number(String number) {
        xml.open("or");
        named(number);
        xml.open("and");
        xml.element("vargte", number, "respident", RESPONSE);
        xml.element("varlte", number, "respident", RESPONSE);
        xml.close();
        xml.close();
    }

    private void display(String feedback) {
        xml.empty("displayfeedback", "feedbacktype", "Response", "linkrefid", feedback);
    }

    private void feedback(String identifier, String html) {
        xml.open("itemfeedback", "ident", identifier);
        xml.open("flow_mat");
        material(html);
        xml.close();
        xml.close();
    }
}
