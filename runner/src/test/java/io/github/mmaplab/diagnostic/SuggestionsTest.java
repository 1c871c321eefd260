package io.github.mmaplab.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which word was probably meant. */
final class SuggestionsTest {
    private static final List<String> WORDS = List.of("sharing", "file", "SIGSEGV", "p", "dontneed", "free");

    @ParameterizedTest
    @CsvSource({
        "shring, sharing",
        "sahring, sharing",
        "Sharing, sharing",
        "shares, ",
        "flie, file",
        "sigsegv, SIGSEGV",
        "SEGV, SIGSEGV",
        "q, ",
        "dont_need, dontneed",
        "freed, free",
        "'', ",
        "xyz, ",
    })
    void nearest(String written, String meant) {
        assertThat(Suggestions.nearest(written, WORDS)).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({
        "a, a, 0",
        "ab, ba, 1",
        "abc, abd, 1",
        "abc, ab, 1",
        "ab, abc, 1",
        "abc, cab, 2",
        "'', abc, 3",
        "AB, ab, 0"
    })
    void distance(String a, String b, int steps) {
        assertThat(Suggestions.distance(a, b)).isEqualTo(steps);
    }

    @Test
    void where_none_is_near_all_are_named() {
        assertThat(Suggestions.hint("shring", "there are", WORDS)).isEqualTo("did you mean `sharing`?");
        assertThat(Suggestions.hint("xyz", "there are", List.of("a1b2c3", "b"))).isEqualTo("there are: a1b2c3, b");
    }
}
