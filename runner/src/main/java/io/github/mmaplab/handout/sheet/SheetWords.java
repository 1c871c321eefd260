package io.github.mmaplab.handout.sheet;

import io.github.mmaplab.page.Markdown;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of all forms of a sheet. */
final class SheetWords {
    /** Markdown. */
    static final String HOW_TO_ANSWER =
            "Predict what happens on Linux. In the prediction file that came with this sheet, write each answer"
                    + " after the name of its question, and hand in that file.";

    /** A map of content such as <code>{ zeros: 5 }</code>, which students write literally. */
    private static final Pattern SPELLED = Pattern.compile("\\{[^{}]*\\}");

    /** The name of the fact for the exercise. */
    static final String EXERCISE = "Exercise";

    /** The heading of the notes. */
    static final String HOW_TO_READ = "How to read this";

    /** The headers of a table to fill in. */
    static final List<String> COLUMNS_OF_BOXES = List.of("page", "process", "physical page");

    private SheetWords() {}

    /** The caption of the table to fill in for a question. */
    static String boxes(Sheet.Asked asked) {
        return "Page tables to fill in: " + asked.name();
    }

    /** What is accepted, Markdown: a sentence in which literal text is code. */
    static String accepted(Sheet.Asked asked) {
        String words = Markdown.text(asked.accepted());
        return "Accepted: "
                + SPELLED.matcher(words).replaceAll(found -> Matcher.quoteReplacement(Markdown.code(found.group())))
                + ".";
    }

    /** The facts at the top, by name. The values are untrusted. */
    static Map<String, String> facts(Sheet sheet) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(EXERCISE, sheet.exercise());
        sheet.recipient().student().ifPresent(student -> facts.put("Student", student));
        sheet.recipient().name().ifPresent(name -> facts.put("Name", name));
        sheet.recipient().group().ifPresent(group -> facts.put("Group", group));
        sheet.code().ifPresent(code -> facts.put("Variant", code));
        facts.put("Points", sheet.points());
        return facts;
    }
}
