package io.github.mmaplab.scenario.decode;

import io.github.mmaplab.diagnostic.Source;
import io.github.mmaplab.diagnostic.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The lines of a prediction: which belong together, and what each begins with. */
final class LineGroups {
    /** So many answers are read line by line: more than an exercise asks. */
    private static final int MOST = 200;

    private static final String ANSWERS = "answers";

    private static final Pattern NAMED = Pattern.compile("([ \t\u00A0]*)([A-Za-z0-9_][A-Za-z0-9_.-]*)[ \t]*:(.*)");

    private final Source source;
    private final Map<String, Group> head = new LinkedHashMap<>();
    private final List<Group> answers = new ArrayList<>();
    private @Nullable Group last;
    private boolean answersBegan;

    private LineGroups(Source source) {
        this.source = source;
    }

    /** A line {@code name: value}, and those that go on with its value. */
    static final class Group {
        private final Source source;
        private final Span key;
        private final int start;
        private final int indent;
        private int end;

        private Group(Source source, Span key, int start) {
            this.source = source;
            this.key = key;
            this.start = start;
            this.indent = key.start() - start;
            this.end = start;
        }

        String name() {
            return key.text();
        }

        Span key() {
            return key;
        }

        /** What is after the colon, without the blanks around it. */
        Span value() {
            String text = source.text();
            int from = text.indexOf(':', key.end()) + 1;
            int to = end;
            while (from < to && Character.isWhitespace(text.charAt(from))) {
                from++;
            }
            while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
                to--;
            }
            return source.span(from, to);
        }

        /** The same text with blanks in place of all other lines: what is read of it is at the same place. */
        Source alone() {
            return only(start, end);
        }

        /** The same text with blanks in place of all but the value. */
        Source valueAlone() {
            Span value = value();
            return only(value.start(), value.end());
        }

        private Source only(int from, int to) {
            StringBuilder text = new StringBuilder(source.text());
            for (int i = 0; i < text.length(); i++) {
                boolean outside = i < from || i >= to;
                if (outside && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
                    text.setCharAt(i, ' ');
                }
            }
            return new Source(source.name(), text.toString());
        }
    }

    /** The groups of a text; none, if it has no place where answers begin, each on a line of its own. */
    static LineGroups of(Source source) {
        LineGroups groups = new LineGroups(source);
        for (int line = 1; line <= source.lineCount() && groups.answers.size() < MOST; line++) {
            String text = source.line(line).strip();
            if (!text.isEmpty() && text.charAt(0) != '#') {
                groups.line(line);
            }
        }
        return groups;
    }

    private void line(int number) {
        int start = source.lineStart(number);
        Matcher named = NAMED.matcher(source.line(number));
        if (named.matches() && begins(named)) {
            Span key = source.span(start + named.start(2), start + named.end(2));
            begin(new Group(source, key, start), named.group(3).isBlank());
        }
        if (last != null) {
            last.end = source.lineEnd(number);
        }
    }

    /** Whether a line does not go on with the value of the group before it, which has one already, or is no deeper. */
    private boolean begins(Matcher named) {
        Group before = last;
        return before == null
                || named.group(1).length() <= before.indent
                || (!before.value().text().isEmpty() && before.value().text().indexOf('\n') < 0 && !isOpen(before));
    }

    private static boolean isOpen(Group group) {
        String value = group.value().text();
        return (value.startsWith("{") && !value.endsWith("}")) || value.startsWith("|") || value.startsWith(">");
    }

    private void begin(Group group, boolean isEmpty) {
        last = group;
        if (answersBegan) {
            answers.add(group);
        } else if (group.name().equals(ANSWERS) && isEmpty) {
            answersBegan = true;
            last = null;
        } else {
            head.putIfAbsent(group.name(), group);
        }
    }

    /** What is before the answers, by name. */
    Map<String, Group> head() {
        return head;
    }

    /** The answers, in order. */
    List<Group> answers() {
        return answers;
    }
}
