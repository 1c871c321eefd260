package io.github.mmaplab.handout.quiz;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;

/**
 * A question as Canvas's importer makes it of QTI 1.2, and as a quiz of Canvas grades it. It is written from the rules of the
 * importer alone ({@code qti_exporter}: {@code choice_interaction}, {@code extended_text_interaction}, {@code
 * numeric_interaction}), and shares nothing with what it judges.
 *
 * @param group the group it is drawn from, with how many are drawn and the points of each
 * @param answers what earns the points, or for a choice all that is offered, in order
 * @param right whether each answer does
 * @param comments what an answer is told
 */
record CanvasQuestion(
        Group group,
        String ident,
        String type,
        double points,
        String text,
        List<String> answers,
        List<Boolean> right,
        Map<String, String> comments,
        String generalComment) {

    record Group(String name, int drawn, double points) {}

    static List<CanvasQuestion> read(String qti) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Element root = factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(qti.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
        List<CanvasQuestion> questions = new ArrayList<>();
        Element assessment = only(root, "assessment");
        for (Element section : children(only(assessment, "section"), "section")) {
            Element selection = only(only(section, "selection_ordering"), "selection");
            Group group = new Group(
                    section.getAttribute("title"),
                    Integer.parseInt(only(selection, "selection_number").getTextContent()),
                    Double.parseDouble(only(only(selection, "selection_extension"), "points_per_item")
                            .getTextContent()));
            for (Element item : children(section, "item")) {
                questions.add(item(group, item));
            }
        }
        return questions;
    }

    private static CanvasQuestion item(Group group, Element item) {
        Map<String, String> meta = new LinkedHashMap<>();
        for (Element field : all(item, "qtimetadatafield")) {
            meta.put(
                    only(field, "fieldlabel").getTextContent(),
                    only(field, "fieldentry").getTextContent());
        }
        Map<String, String> feedback = new LinkedHashMap<>();
        for (Element each : children(item, "itemfeedback")) {
            feedback.put(each.getAttribute("ident"), all(each, "mattext").get(0).getTextContent());
        }
        String type = meta.getOrDefault("question_type", "");
        List<String> answers = new ArrayList<>();
        List<Boolean> right = new ArrayList<>();
        Map<String, String> comments = new LinkedHashMap<>();
        List<Element> conditions = all(item, "respcondition");
        if (!type.equals("short_answer_question")) {
            conditions.forEach(condition -> checkIsOne(names(condition)));
        }
        if (type.equals("multiple_choice_question")) {
            for (Element label : all(item, "response_label")) {
                String text = all(label, "mattext").get(0).getTextContent();
                answers.add(text);
                right.add(conditions.stream()
                        .anyMatch(condition ->
                                weight(condition) > 0 && names(condition).contains(label.getAttribute("ident"))));
                conditions.stream()
                        .filter(condition -> names(condition).contains(label.getAttribute("ident")))
                        .flatMap(condition -> all(condition, "displayfeedback").stream())
                        .forEach(shown ->
                                comments.put(text, feedback.getOrDefault(shown.getAttribute("linkrefid"), "")));
            }
        } else {
            // whatever a condition comes to, what it names is a right answer to Canvas
            conditions.forEach(condition -> answers.addAll(names(condition)));
            answers.forEach(answer -> right.add(true));
        }
        return new CanvasQuestion(
                group,
                item.getAttribute("ident"),
                type,
                Double.parseDouble(meta.getOrDefault("points_possible", "1")),
                all(only(item, "presentation"), "mattext").get(0).getTextContent(),
                answers,
                right,
                comments,
                feedback.getOrDefault("general_fb", ""));
    }

    /** Of choices and numbers, the importer reads the first that a condition names, and loses others. */
    private static void checkIsOne(List<String> names) {
        if (names.size() > 1) {
            throw new IllegalStateException("Canvas loses all but the first of " + names);
        }
    }

    private static double weight(Element condition) {
        return all(condition, "setvar").stream()
                .mapToDouble(set -> Double.parseDouble(set.getTextContent()))
                .sum();
    }

    private static List<String> names(Element condition) {
        return all(condition, "varequal").stream().map(Element::getTextContent).toList();
    }

    /** Whether a response earns the points. */
    boolean isRight(String response) {
        return switch (type) {
            case "multiple_choice_question" -> right.get(answers.indexOf(response));
            case "short_answer_question" ->
                answers.stream()
                        .anyMatch(answer -> answer.strip()
                                .toLowerCase(Locale.ROOT)
                                .equals(response.strip().toLowerCase(Locale.ROOT)));
            case "numerical_question" ->
                answers.stream().anyMatch(answer -> Double.parseDouble(answer) == Double.parseDouble(response));
            default -> throw new IllegalStateException("Canvas has no question of the type " + type);
        };
    }

    private static List<Element> all(Element parent, String name) {
        var found = parent.getElementsByTagNameNS("*", name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    private static List<Element> children(Element parent, String name) {
        return all(parent, name).stream()
                .filter(child -> child.getParentNode() == parent)
                .toList();
    }

    private static Element only(Element parent, String name) {
        List<Element> children = children(parent, name);
        if (children.size() != 1) {
            throw new IllegalStateException(parent.getTagName() + " has " + children.size() + " times " + name);
        }
        return children.get(0);
    }
}
