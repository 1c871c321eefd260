package io.github.mmaplab.handout.sheet;

import java.util.LinkedHashMap;
import java.util.Map;

/** What all forms of a sheet say. */
final class SheetWords {
    /** Markdown. */
    static final String HOW_TO_ANSWER =
            "Predict what happens on Linux. Write your answers into the prediction file that came with this sheet,"
                    + " each behind the name of its question, and hand that file in.";

    private SheetWords() {}

    /** What stands at the top, by what it is; the values are untrusted. */
    static Map<String, String> facts(Sheet sheet) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Exercise", sheet.exercise());
        sheet.recipient().student().ifPresent(student -> facts.put("Student", student));
        sheet.recipient().name().ifPresent(name -> facts.put("Name", name));
        sheet.recipient().group().ifPresent(group -> facts.put("Group", group));
        sheet.code().ifPresent(code -> facts.put("Variant", code));
        return facts;
    }
}
