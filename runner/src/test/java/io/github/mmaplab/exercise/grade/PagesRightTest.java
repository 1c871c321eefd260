package io.github.mmaplab.exercise.grade;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.run.result.Reply;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagesRightTest {
    private static final int RANDOM_TABLES = 300;

    /** A table written as digits, 0 for no page. */
    private static Reply.Frames table(String digits) {
        return new Reply.Frames(digits.chars().mapToObj(digit -> digit - '0').toList());
    }

    @ParameterizedTest
    @CsvSource({
        // truth, named, share
        "123143, 123143, 1, 1",
        "123143, 562162, 0, 1",
        "123143, 461426, 1, 2",
        "123143, 789749, 1, 1",
        "123143, 123123, 1, 2",
        "123143, 123456, 0, 1",
        "123143, 111111, 0, 1",
        "123143, 000000, 0, 1",
        "1232, 1212, 0, 1",
        "1111, 1112, 2, 3",
        "1111, 1234, 0, 1",
        "1234, 1231, 2, 3",
        "1234, 1111, 0, 1",
        "1200, 1200, 1, 1",
        "1200, 1230, 1, 2",
        "1200, 1234, 0, 1",
        "0000, 0001, 3, 4",
        "12, 11, 0, 1"
    })
    void a_table_earns_what_is_right_beyond_what_knowing_nothing_earns(
            String truth, String named, int numerator, int denominator) {
        assertThat(PagesRight.share(table(truth), table(named))).isEqualTo(BigFraction.of(numerator, denominator));
    }

    @Test
    void names_mean_what_makes_the_most_pages_right() {
        Random random = new Random(7);
        for (int i = 0; i < RANDOM_TABLES; i++) {
            Reply.Frames truth = random(random);
            Reply.Frames named = random(random);
            assertThat(PagesRight.right(truth, named))
                    .as("%s for %s", named, truth)
                    .isEqualTo(tryingAll(truth, named, 1, new int[named.pages().size() + 1]));
        }
    }

    private static Reply.Frames random(Random random) {
        List<Integer> pages = new ArrayList<>();
        for (int page = 0; page < 5; page++) {
            pages.add(random.nextInt(5));
        }
        return new Reply.Frames(pages);
    }

    /** The most right pages over all ways to give the names from {@code name} on a meaning of their own, or none. */
    private static int tryingAll(Reply.Frames truth, Reply.Frames named, int name, int[] meaning) {
        if (name == meaning.length) {
            int right = 0;
            for (int i = 0; i < truth.pages().size(); i++) {
                int its = named.pages().get(i);
                boolean none = its == Reply.Frames.NO_PAGE;
                int means = none ? Reply.Frames.NO_PAGE : meaning[its] == 0 ? -1 : meaning[its];
                right += means == truth.pages().get(i) ? 1 : 0;
            }
            return right;
        }
        int best = tryingAll(truth, named, name + 1, meaning);
        for (int frame = 1; frame <= truth.pages().size(); frame++) {
            int its = frame;
            if (Arrays.stream(meaning).noneMatch(taken -> taken == its)) {
                meaning[name] = frame;
                best = Math.max(best, tryingAll(truth, named, name + 1, meaning));
                meaning[name] = 0;
            }
        }
        return best;
    }
}
