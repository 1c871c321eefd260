package io.github.mmaplab.show;

import io.github.mmaplab.diagnostic.Source;
import io.github.mmaplab.diagnostic.Span;
import io.github.mmaplab.picture.Moment;
import io.github.mmaplab.scenario.model.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Where steps are in their file, and how they are written there: between brackets, or else by how far lines are indented. */
final class SourceSteps {

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final Source source;
    private final Map<String, String> parameters;

    /**
     * The steps of a file.
     *
     * @param parameters the row of {@code cases} that is played
     */
    SourceSteps(Source source, Map<String, String> parameters) {
        this.source = source;
        this.parameters = parameters;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (int line = 1; line <= source.lineCount(); line++) {
            lines.add(source.line(line));
        }
        return lines;
    }

    /** The lines of a step. */
    Moment.Lines lines(Step step) {
        Span verb = step.info().span();
        if (isInFlow(verb)) {
            return new Moment.Lines(verb.line(), source.lineAt(flowEnd(verb)));
        }
        int column = verb.column();
        int first = verb.line();
        while (first > 1 && !begins(first, column) && indentation(first) >= column - 1) {
            first--;
        }
        return new Moment.Lines(first, end(verb, column - 1));
    }

    /** The verb of a step and what it is applied to, on one line, with the parameters of {@code cases} replaced. */
    String text(Step step) {
        Span verb = step.info().span();
        if (isInFlow(verb)) {
            return onOneLine(source.text().substring(verb.start(), flowEnd(verb)));
        }
        StringBuilder text = new StringBuilder();
        for (int line = verb.line(); line <= end(verb, verb.column()); line++) {
            int from = line == verb.line() ? verb.start() : source.lineStart(line);
            text.append(source.text(), from, source.lineEnd(line)).append(' ');
        }
        return onOneLine(text);
    }

    private String onOneLine(CharSequence text) {
        String line = BLANKS.matcher(text).replaceAll(" ").strip();
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            line = line.replace("<" + parameter.getKey() + ">", parameter.getValue());
        }
        return line;
    }

    /** Whether a verb is between brackets or braces: something other than the dash of an item is before it in its line. */
    private boolean isInFlow(Span verb) {
        String before = source.text().substring(source.lineStart(verb.line()), verb.start());
        return before.indexOf('[') >= 0 || before.indexOf('{') >= 0;
    }

    /** Where what begins with {@code verb} ends, between brackets or braces: at a comma, or where these are closed. */
    private int flowEnd(Span verb) {
        String text = source.text();
        int depth = 0;
        char quote = 0;
        int at = verb.start();
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (quote != 0) {
                at += quote == '"' && c == '\\' ? 1 : 0;
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '[' || c == '{') {
                depth++;
            } else if (c == ']' || c == '}' || (c == ',' && depth == 0)) {
                if (depth == 0) {
                    return at;
                }
                depth--;
            }
        }
        return text.length();
    }

    /** Whether the item of a list begins in this line whose keys are at {@code column}. */
    private boolean begins(int line, int column) {
        String text = source.line(line);
        return column >= 3
                && text.length() >= column - 1
                && text.substring(0, column - 1).strip().equals("-");
    }

    /** The last line after that of {@code verb} that is indented by {@code indentation} at least, with all lines between. */
    private int end(Span verb, int indentation) {
        int last = verb.line();
        for (int line = last + 1; line <= source.lineCount(); line++) {
            String text = source.line(line).strip();
            if (text.isEmpty() || text.startsWith("#")) {
                continue;
            }
            if (indentation(line) < indentation) {
                break;
            }
            last = line;
        }
        return last;
    }

    private int indentation(int line) {
        String text = source.line(line);
        return text.length() - text.stripLeading().length();
    }
}
