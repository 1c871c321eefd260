package io.github.mmaplab.scenario.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TagExpressionTest {

    @ParameterizedTest
    @CsvSource({
        "a, a, true",
        "b, a, false",
        "not a, a, false",
        "not not a, a, true",
        "a and b, a, false",
        "a and b, a b, true",
        "a or b, b, true",
        "a or b and c, a, true",
        "(a or b) and c, a, false",
        "not a or b, b a, true",
        "not (a or b), b, false",
        "not(a)and(b), b, true",
        "a-b, a-b, true",
        "android or notes, android, true",
        "((a)), a, true",
    })
    void says_which_tags_are_meant(String expression, String tags, boolean matches) throws TagSyntaxException {
        assertThat(TagExpression.parse(expression).matches(List.of(tags.split(" "))))
                .isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a and      | a tag is missing at the end of the expression | 5 | 5",
                "''         | a tag is missing at the end of the expression | 0 | 0",
                "and a      | a tag is missing before `and`                 | 0 | 3",
                "a b        | `and` or `or` is missing before `b`           | 2 | 3",
                "a or or b  | a tag is missing before `or`                  | 5 | 7",
                "(a         | this `(` is never closed                      | 0 | 1",
                "a)         | this `)` has no `(`                           | 1 | 2",
                "(a b)      | `and`, `or` or `)` is missing before `b`      | 3 | 4",
                "()         | a tag is missing before `)`                   | 1 | 2",
                "not        | a tag is missing at the end of the expression | 3 | 3",
            })
    void points_at_what_is_wrong(String expression, String message, int start, int end) {
        assertThatThrownBy(() -> TagExpression.parse(expression))
                .isInstanceOfSatisfying(TagSyntaxException.class, problem -> {
                    assertThat(problem).hasMessage(message);
                    assertThat(problem.start()).isEqualTo(start);
                    assertThat(problem.end()).isEqualTo(end);
                });
    }

    @ParameterizedTest
    @ValueSource(ints = {101, 50_000})
    void depth_has_an_end(int depth) {
        assertThatThrownBy(() -> TagExpression.parse("(".repeat(depth) + "a" + ")".repeat(depth)))
                .isInstanceOf(TagSyntaxException.class)
                .hasMessage("the expression is nested too deeply");
    }

    @Test
    void breadth_has_none() throws TagSyntaxException {
        assertThat(TagExpression.parse("not ".repeat(100_000) + "a").matches(Set.of("a")))
                .isTrue();
    }
}
