package io.github.mmaplab.handout.quiz;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;

/**
 * A question as Moodle keeps and grades it, whichever file it came from.
 *
 * @param answers the fraction of each answer, the first that fits counts
 */
record MoodleQuestion(String type, boolean useCase, Map<String, Integer> answers) {
    /** The questions of a file of Moodle XML. */
    static List<MoodleQuestion> read(String xml) throws Exception {
        var found = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
                .getElementsByTagName("question");
        List<MoodleQuestion> questions = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            Element question = (Element) found.item(i);
            if (!question.getAttribute("type").equals("category")) {
                Map<String, Integer> answers = new LinkedHashMap<>();
                var written = question.getElementsByTagName("answer");
                IntStream.range(0, written.getLength())
                        .mapToObj(n -> (Element) written.item(n))
                        .forEach(answer -> answers.putIfAbsent(
                                answer.getElementsByTagName("text").item(0).getTextContent(),
                                Integer.parseInt(answer.getAttribute("fraction"))));
                var usecase = question.getElementsByTagName("usecase");
                boolean useCase = usecase.getLength() > 0
                        && usecase.item(0).getTextContent().equals("1");
                questions.add(new MoodleQuestion(question.getAttribute("type"), useCase, answers));
            }
        }
        return questions;
    }

    /** The question that GIFT spells, which says nothing of upper and lower case. */
    static MoodleQuestion of(GiftImporter gift) {
        Map<String, Integer> answers = new LinkedHashMap<>();
        gift.answers().forEach(answer -> {
            String[] parts = answer.split(" ", 2);
            answers.putIfAbsent(parts[1], Integer.parseInt(parts[0]));
        });
        return new MoodleQuestion(gift.type(), false, answers);
    }

    /** What a response earns, in hundredths. */
    int fraction(String response) {
        return answers.entrySet().stream()
                .filter(answer -> fits(answer.getKey(), response))
                .mapToInt(Map.Entry::getValue)
                .findFirst()
                .orElse(0);
    }

    private boolean fits(String answer, String response) {
        if (!type.equals("shortanswer")) {
            return answer.equals(response);
        }
        StringBuilder pattern = new StringBuilder();
        for (String part : answer.split("(?<=\\\\\\*)|(?=\\\\\\*)|(?<=\\*)|(?=(?<!\\\\)\\*)", -1)) {
            pattern.append(part.equals("*") ? ".*" : Pattern.quote(part.equals("\\*") ? "*" : part));
        }
        int flags = Pattern.DOTALL | (useCase ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        return Pattern.compile(pattern.toString(), flags)
                .matcher(response.strip())
                .matches();
    }
}
