package io.github.mmaplab.explain;

/** Writes an explanation as plain text. */
public final class ExplanationText {

    private static final int WIDTH = 100;

    private ExplanationText() {}

    /** The answer, a paragraph for each reason and each rule; ends with a line feed. */
    public static String of(Explanation explanation) {
        StringBuilder text = new StringBuilder(explanation.answer()).append('\n');
        for (Reason reason : explanation.reasons()) {
            String when = reason.step() == 0 ? "beginning" : "step " + reason.step();
            paragraph(text, when, reason.text());
        }
        for (RuleWords rule : explanation.rules()) {
            paragraph(text, "rule", rule.sentence() + " (" + rule.reference() + ")");
        }
        return text.toString();
    }

    /** A label, and the words behind it, wrapped and indented. */
    private static void paragraph(StringBuilder text, String label, String words) {
        String indent = " ".repeat(13);
        StringBuilder line = new StringBuilder("  " + label + ":" + " ".repeat(10 - label.length()));
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
