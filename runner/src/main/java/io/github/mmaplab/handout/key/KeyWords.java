package io.github.mmaplab.handout.key;

import io.github.mmaplab.explain.Explanation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The words of all forms of a key. */
public final class KeyWords {
    private KeyWords() {}

    /** The facts at the top, by name. Ids are untrusted. */
    static Map<String, String> facts(Key key) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Exercise", key.exercise());
        key.code().ifPresent(code -> facts.put("Variant", code));
        key.variant().values().forEach(facts::put);
        if (!key.students().isEmpty()) {
            facts.put(key.students().size() == 1 ? "Student" : "Students", String.join(", ", key.students()));
        }
        return facts;
    }

    /** The note on a question whose points all students get. */
    static final String EVERYBODY = "All students get the points.";

    /** The lines of an explanation: where and why, text. */
    public static List<String> lines(Explanation explanation) {
        List<String> lines = new ArrayList<>();
        explanation.reasons().forEach(reason -> {
            String when = reason.when().replace("the beginning", "at the beginning");
            lines.add(Character.toUpperCase(when.charAt(0)) + when.substring(1) + ": " + reason.text() + ".");
        });
        explanation.rules().forEach(rule -> lines.add("Rule: " + rule.sentence() + " (" + rule.reference() + ")."));
        if (!explanation.references().isEmpty()) {
            lines.add("See " + String.join("; ", explanation.references()) + ".");
        }
        return lines;
    }

    /** The names of the misconceptions whose answers are all right. */
    static String unnoticed(Key key) {
        return String.join(", ", key.unnoticed().stream().map(each -> each.id()).toList());
    }
}
