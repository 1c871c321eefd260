package io.github.mmaplab.scenario.decode;

/**
 * A location taken for one in memory, cut at its first dot and before its first sign.
 *
 * @param process what is before the dot; all of the name, if there is none
 * @param mapping what is behind it; empty, if there is none
 * @param end where the name ends in the text
 */
record Written(String process, String mapping, int end) {
    static Written of(String text) {
        int end = nameEnd(text);
        int minus = text.indexOf('-');
        if (minus >= 0 && minus < end) {
            end = minus;
        }
        int dot = text.indexOf('.');
        if (dot < 0 || dot >= end) {
            return new Written(text.substring(0, end), "", end);
        }
        return new Written(text.substring(0, dot), text.substring(dot + 1, end), end);
    }

    /** Where a name ends that may have a {@code -} in it: at white space, a {@code +}, or the end. */
    static int nameEnd(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '+' || Character.isWhitespace(c)) {
                return i;
            }
        }
        return text.length();
    }

    /** The name as it is written, without what is added to it. */
    String name() {
        return mapping.isEmpty() ? process : process + "." + mapping;
    }
}
