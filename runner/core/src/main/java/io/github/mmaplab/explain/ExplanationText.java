package io.github.mmaplab.explain;

/** Writes an explanation as plain text. */
public final class ExplanationText {

    private static final int WIDTH = 100;
    private static final int LABEL = 10;

    private ExplanationText() {}

    /** The answer, a paragraph for each reason, rule and reference; ends with a line feed. */
    public static String of(Explanation explanation) {
        StringBuilder text = new StringBuilder(explanation.answer()).append('\n');
        for (Reason reason : explanation.reasons()) {
            String when = reason.when();
            paragraph(text, when.startsWith("the ") ? when.substring("the ".length()) : when, reason.text());
        }
        for (RuleWords rule : explanation.rules()) {
            paragraph(text, "rule", rule.sentence() + " (" + rule.reference() + ")");
        }
        if (!explanation.references().isEmpty()) {
            paragraph(text, "see", String.join("; ", explanation.references()));
        }
        return text.toString();
    }

    /** A label, and the words after it, wrapped and indented. */
    private static void paragraph(StringBuilder text, String label, String words) {
        String indent = " ".repeat(LABEL + "  : ".length() - 1);
        StringBuilder line = new StringBuilder("  " + label + ":" + " ".repeat(Math.max(1, LABEL - label.length())));
        boolean first = true;
        for (String word : words.split(" ", -1)) {
            if (!first && line.length() + 1 + word.length() > WIDTH) {
                text.append(line).append('\n');
                line = new StringBuilder(indent);
                first = true;
            }
            line.append(first ? "" : " ").append(word);
            first = false;
        }
        text.append(line).append('\n');
    }
}
