package io.github.mmaplab.scenario.syntax;

import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.diagnostic.Label;
import io.github.mmaplab.diagnostic.Span;
import java.util.List;

/** Says in our words what the YAML library says in the terms of its grammar. */
final class SyntaxErrors {
    private static final String MISINDENTED =
            "align it with its neighbours; entries of a map and items of a list begin in the same column";

    /** How long an escape of eight digits is. */
    private static final int LONGEST_ESCAPE = 10;

    private final Events.Unreadable error;
    private final String problem;
    private final Spans spans;
    /** Where the library gave up. */
    private final Span here;

    private SyntaxErrors(Events.Unreadable error, Spans spans) {
        this.error = error;
        this.problem = error.problem();
        this.spans = spans;
        this.here = spans.characterAt(error.mark());
    }

    static Diagnostic explain(Events.Unreadable error, Spans spans) {
        return new SyntaxErrors(error, spans).explain();
    }

    private Diagnostic explain() {
        if (problem.contains("that cannot start any token")) {
            return cannotBegin();
        }
        if (problem.equals("found unexpected end of stream") || problem.equals("found unexpected document separator")) {
            return at(
                    Code.UNCLOSED,
                    context(),
                    "this quote is never closed",
                    "put the same quote at the end of the text");
        }
        if (problem.startsWith("expected ',' or ")) {
            return unclosedBracket();
        }
        if (problem.startsWith("found undefined tag handle")) {
            return at(
                    Code.TAG,
                    here,
                    "a tag begins here, which scenarios do not support",
                    "remove it; put text that begins with `!` in quotes");
        }
        if (problem.startsWith("expected <block end>")) {
            return blockEnd();
        }
        return inPlace();
    }

    private Diagnostic cannotBegin() {
        String character = here.text();
        if (character.equals("\t")) {
            return spans.beginsItsLine(here)
                    ? at(Code.TAB, here, "a tab can't be used for indentation", "indent with spaces")
                    : at(Code.TAB, here, "a tab is not allowed here", "write a space");
        }
        return at(
                Code.NOT_YAML,
                here,
                "a word cannot begin with `" + character + "`",
                "put the text in quotes: \"" + character + "...\"");
    }

    private Diagnostic unclosedBracket() {
        Span open = context();
        String close = open.text().equals("[") ? "]" : "}";
        if (problem.endsWith("<stream end>")
                || problem.endsWith("<document start>")
                || problem.endsWith("<document end>")) {
            return at(
                    Code.UNCLOSED,
                    open,
                    "this `" + open.text() + "` is never closed",
                    "write the matching `" + close + "`");
        }
        Label began = new Label(open, "inside this");
        if (here.text().equals("?")) {
            // YAML 1.1, which SnakeYAML reads, ends plain text there; YAML 1.2, which editors read, does not.
            return with(began, "`?` is not allowed in plain text within brackets", "put the text in quotes");
        }
        return with(
                began,
                "expected `,` or `" + close + "` here",
                "a `" + close + "` may be missing before this, or a `,` between two entries");
    }

    private Diagnostic blockEnd() {
        String found = problem.substring(problem.indexOf('\'') + 1, problem.length() - 1);
        Label began = new Label(context(), "inside this");
        return switch (found) {
            case "<scalar>" ->
                with(
                        began,
                        "nothing is allowed here, after the end of a value",
                        "if it is one text, quote all of it; inside single quotes, write '' for a quote",
                        "put another key on a new line, in the column of the first one");
            case "]", "}" ->
                with(
                        began,
                        "there is no open bracket that this `" + found + "` could close",
                        "remove it, or put the text in quotes");
            case "-" -> with(began, "a list item is not allowed here, among the entries of a map", MISINDENTED);
            case "?" -> with(began, "a `key: value` is not allowed here, among the items of a list", MISINDENTED);
            case ":" -> with(began, "there is no key before this colon", "write `key: value`");
            default -> with(began, "the indentation does not fit the lines above", MISINDENTED);
        };
    }

    private Diagnostic inPlace() {
        if (problem.equals("mapping values are not allowed here")) {
            return at(
                    Code.NOT_YAML,
                    here,
                    "a `:` is not allowed here",
                    "if it is text with a colon, quote all of it",
                    "if it is an entry, check the indentation of this line and the one above");
        }
        if (problem.equals("could not find expected ':'")) {
            return at(
                    Code.NOT_YAML,
                    spans.toLineEnd(context()),
                    "this line should be `key: value`, and has no colon",
                    "write a colon and a space after the key; text of several lines needs a `>` or `|` above it");
        }
        if (problem.equals("sequence entries are not allowed here")) {
            return at(
                    Code.NOT_YAML,
                    here,
                    "a list item can't begin here",
                    "begin the list on the next line, or write it as `[a, b]`; quote text that begins with `- `");
        }
        if (problem.equals("expected the node content, but found '<stream end>'")) {
            return at(
                    Code.UNCLOSED,
                    here,
                    "the file ends where a value is expected",
                    "close the quotes or brackets above");
        }
        if (problem.startsWith("expected the node content")) {
            return at(Code.NOT_YAML, here, "a value is expected here", "for an empty value, write ''");
        }
        if (problem.startsWith("expected '<document start>'")) {
            return at(
                    Code.NOT_YAML,
                    here,
                    "the document ends before this",
                    "start another one with a line `---`, or check the brackets above");
        }
        if (problem.startsWith("A simple key is required")) {
            return at(
                    Code.NOT_YAML,
                    here,
                    "there is text after a closing bracket that is indented less than the entry it belongs to",
                    "indent this line like the line above it; put a new entry on a new line");
        }
        Span escape = spans.numericEscape(here);
        if (escape != null && (problem.contains("escape") || error.getCause() instanceof NumberFormatException)) {
            return numericEscape(escape);
        }
        if (problem.startsWith("found unknown escape character")) {
            return at(
                    Code.NOT_YAML,
                    here,
                    "there is no escape `\\" + here.text() + "`",
                    "write `\\\\` for a backslash, or use single quotes");
        }
        return unfamiliar();
    }

    private Diagnostic numericEscape(Span escape) {
        boolean whole = problem.startsWith("found unknown escape character") || escape.length() == LONGEST_ESCAPE;
        return at(
                Code.NOT_YAML,
                escape,
                whole
                        ? "no character has the number `" + escape.text() + "`"
                        : "the escape `" + escape.text() + "` has too few digits",
                whole
                        ? "the last character is `\\U0010FFFF`; write `\\\\` for a backslash"
                        : "`\\x` takes two hexadecimal digits, `\\u` four, `\\U` eight; write `\\\\` for a backslash");
    }

    private Diagnostic unfamiliar() {
        String context = error.context();
        if ("while scanning an alias".equals(context) || "while scanning an anchor".equals(context)) {
            return at(
                    Code.NOT_YAML,
                    context(),
                    "a word cannot begin with `" + context().text() + "`",
                    "put it in quotes");
        }
        return at(
                Code.NOT_YAML,
                here,
                (context.isEmpty() ? "" : context + ": ") + problem.replace("\n", "a line break"),
                "put text with special characters in quotes");
    }

    /** Where the thing began in which the library gave up. */
    private Span context() {
        return spans.characterAt(error.contextMark());
    }

    private static Diagnostic at(Code code, Span span, String message, String... hints) {
        return new Diagnostic(code, span, message, hints);
    }

    private Diagnostic with(Label label, String message, String... hints) {
        return new Diagnostic(Code.NOT_YAML, here, message, List.of(label), List.of(hints));
    }
}
