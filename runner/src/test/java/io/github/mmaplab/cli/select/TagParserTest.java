package io.github.mmaplab.cli.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mmaplab.cli.arguments.UsageException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TagParserTest {

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
    void says_which_tags_are_meant(String expression, String tags, boolean matches) throws UsageException {
        assertThat(TagParser.parse(expression).matches(List.of(tags.split(" "))))
                .isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a and      | a tag is missing at the end of the expression | a and      | 5",
                "''         | a tag is missing at the end of the expression | ''         | 0",
                "and a      | a tag is missing before `and`                 | and a      | 0",
                "a b        | `and` or `or` is missing before `b`           | a b        | 2",
                "a or or b  | a tag is missing before `or`                  | a or or b  | 5",
                "(a         | this `(` is never closed                      | (a         | 0",
                "a)         | this `)` has no `(`                           | a)         | 1",
                "(a b)      | `and`, `or` or `)` is missing before `b`      | (a b)      | 3",
                "()         | a tag is missing before `)`                   | ()         | 1",
                "not        | a tag is missing at the end of the expression | not        | 3",
            })
    void points_at_what_is_wrong(String expression, String message, String shown, int column) {
        assertThatThrownBy(() -> TagParser.parse(expression)).isInstanceOfSatisfying(UsageException.class, problem -> {
            assertThat(problem).hasMessage(message);
            List<String> lines = problem.render().lines().toList();
            assertThat(lines.get(1)).isEqualTo("  | --tag " + shown);
            assertThat(lines.get(2)).startsWith("  | " + " ".repeat("--tag ".length() + column) + "^");
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {101, 50_000})
    void depth_has_an_end(int depth) {
        assertThatThrownBy(() -> TagParser.parse("(".repeat(depth) + "a" + ")".repeat(depth)))
                .isInstanceOf(UsageException.class)
                .hasMessage("the expression is nested too deeply");
    }

    @Test
    void breadth_has_none() throws UsageException {
        assertThat(TagParser.parse("not ".repeat(100_000) + "a").matches(Set.of("a")))
                .isTrue();
    }
}
