package io.github.mmaplab.cli.select;

import java.util.Collection;

/** What {@code --tag} says: words that a scenario is marked with or not. */
public sealed interface TagExpression {
    /** Whether a scenario with these tags is meant. */
    boolean matches(Collection<String> tags);

    /** A scenario that has this tag. */
    record Tag(String name) implements TagExpression {
        @Override
        public boolean matches(Collection<String> tags) {
            return tags.contains(name);
        }
    }

    /** A scenario that is not of that kind. */
    record Not(TagExpression operand) implements TagExpression {
        @Override
        public boolean matches(Collection<String> tags) {
            return !operand.matches(tags);
        }
    }

    /** A scenario that is of both kinds. */
    record And(TagExpression left, TagExpression right) implements TagExpression {
        @Override
        public boolean matches(Collection<String> tags) {
            return left.matches(tags) && right.matches(tags);
        }
    }

    /** A scenario that is of one kind or the other, or of both. */
    record Or(TagExpression left, TagExpression right) implements TagExpression {
        @Override
        public boolean matches(Collection<String> tags) {
            return left.matches(tags) || right.matches(tags);
        }
    }
}
