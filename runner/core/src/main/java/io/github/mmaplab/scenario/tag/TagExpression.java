package io.github.mmaplab.scenario.tag;

import java.util.Collection;

/** Selects scenarios by their tags. */
public sealed interface TagExpression {
    /** Whether the expression holds for a scenario with these tags. */
    boolean matches(Collection<String> tags);

    /**
     * Reads an expression: tags, {@code not}, {@code and}, {@code or}, parentheses; {@code not} binds most tightly,
     * {@code or} least.
     *
     * @throws TagSyntaxException if the text is none
     */
    static TagExpression parse(String text) throws TagSyntaxException {
        return TagParser.parse(text);
    }

    /** Holds for a scenario that has this tag. */
    record Tag(String name) implements TagExpression {
        @Override
        public boolean matches(Collection<String> tags) {
            return tags.contains(name);
        }
    }

    /** Holds if the operand does not. */
    record Not(TagExpression operand) implements TagExpression {
        @Override
        public boolean matches(Collection<String> tags) {
            return !operand.matches(tags);
        }
    }

    /** Holds if both operands do. */
    record And(TagExpression left, TagExpression right) implements TagExpression {
        @Override
        public boolean matches(Collection<String> tags) {
            return left.matches(tags) && right.matches(tags);
        }
    }

    /** Holds if one of the operands does, or both. */
    record Or(TagExpression left, TagExpression right) implements TagExpression {
        @Override
        public boolean matches(Collection<String> tags) {
            return left.matches(tags) || right.matches(tags);
        }
    }
}
