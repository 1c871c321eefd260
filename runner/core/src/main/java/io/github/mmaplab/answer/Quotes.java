package io.github.mmaplab.answer;

import java.util.List;

/** The quotes that editors and people put around an answer, besides those that YAML knows. */
final class Quotes {
    private static final List<String> PAIRS =
            List.of("“”", "„“", "„”", "””", "‘’", "‚‘", "‚’", "’’", "«»", "»«", "‹›", "``", "´´");

    private static final String ALL = "“”„‟‘’‚‛«»‹›`´\"'";

    private Quotes() {}

    /** The text without one pair of quotes around it. */
    static String withoutPair(String text) {
        for (String pair : text.length() < 2 ? List.<String>of() : PAIRS) {
            if (text.charAt(0) == pair.charAt(0) && text.charAt(text.length() - 1) == pair.charAt(1)) {
                return text.substring(1, text.length() - 1);
            }
        }
        return text;
    }

    /** The word without quotes, blanks and full stops around it. */
    static String aroundWord(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isAround(text.charAt(start))) {
            start++;
        }
        while (end > start && (isAround(text.charAt(end - 1)) || text.charAt(end - 1) == '.')) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isAround(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || ALL.indexOf(c) >= 0;
    }
}
