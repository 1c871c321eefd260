package io.github.mmaplab.scenario.tag;

/** Reads a tag expression. */
final class TagParser {
    /** Deeper than any expression that people write, and far less than a stack holds. */
    private static final int DEEPEST = 100;

    private final String text;
    private int start;
    private int end;
    private int depth;

    private TagParser(String text) {
        this.text = text;
    }

    /** The expression, as {@link TagExpression#parse} describes it. */
    static TagExpression parse(String text) throws TagSyntaxException {
        TagParser parser = new TagParser(text);
        parser.advance();
        TagExpression expression = parser.disjunction();
        if (!parser.atEnd()) {
            throw parser.wrong(
                    parser.at(")")
                            ? "this `)` has no `(`"
                            : "`and` or `or` is missing before `" + parser.token() + "`");
        }
        return expression;
    }

    private TagExpression disjunction() throws TagSyntaxException {
        if (++depth > DEEPEST) {
            throw wrong("the expression is nested too deeply");
        }
        TagExpression left = conjunction();
        while (at("or")) {
            advance();
            left = new TagExpression.Or(left, conjunction());
        }
        depth--;
        return left;
    }

    private TagExpression conjunction() throws TagSyntaxException {
        TagExpression left = negation();
        while (at("and")) {
            advance();
            left = new TagExpression.And(left, negation());
        }
        return left;
    }

    private TagExpression negation() throws TagSyntaxException {
        boolean negated = false;
        while (at("not")) {
            advance();
            negated = !negated;
        }
        TagExpression operand = operand();
        return negated ? new TagExpression.Not(operand) : operand;
    }

    private TagExpression operand() throws TagSyntaxException {
        if (at("(")) {
            int open = start;
            advance();
            TagExpression inner = disjunction();
            if (atEnd()) {
                throw new TagSyntaxException("this `(` is never closed", open, open + 1);
            }
            if (!at(")")) {
                throw wrong("`and`, `or` or `)` is missing before `" + token() + "`");
            }
            advance();
            return inner;
        }
        if (atEnd()) {
            throw wrong("a tag is missing at the end of the expression");
        }
        if (at(")") || at("and") || at("or")) {
            throw wrong("a tag is missing before `" + token() + "`");
        }
        TagExpression tag = new TagExpression.Tag(token());
        advance();
        return tag;
    }

    private TagSyntaxException wrong(String message) {
        return new TagSyntaxException(message, start, end);
    }

    private boolean atEnd() {
        return start == text.length();
    }

    private boolean at(String token) {
        return token.length() == end - start && text.startsWith(token, start);
    }

    private String token() {
        return text.substring(start, end);
    }

    /** Moves to the next parenthesis or word; at the end, to the empty token there. */
    private void advance() {
        start = end;
        while (start < text.length() && text.charAt(start) <= ' ') {
            start++;
        }
        end = start;
        if (end < text.length() && isParenthesis(text.charAt(end))) {
            end++;
            return;
        }
        while (end < text.length() && text.charAt(end) > ' ' && !isParenthesis(text.charAt(end))) {
            end++;
        }
    }

    private static boolean isParenthesis(char c) {
        return c == '(' || c == ')';
    }
}
