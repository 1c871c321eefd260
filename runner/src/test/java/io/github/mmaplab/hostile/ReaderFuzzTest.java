package io.github.mmaplab.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first of the inputs that {@code runner/benchmarks/fuzz-readers} tries. */
class ReaderFuzzTest {
    private static final int INPUTS = 20_000;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path folder;

    @Test
    void nothing_that_reads_files_crashes_hangs_or_shows_a_trace() throws IOException {
        List<String> found = new ArrayList<>();
        try (Campaign campaign = new Campaign(folder, List.of(Reading.values()))) {
            for (int number = 0; number < INPUTS; number++) {
                Optional<Finding> finding = campaign.input(number);
                finding.ifPresent(each -> found.add(
                        each + "\n--- the smallest input\n" + new String(each.input(), StandardCharsets.UTF_8)));
            }
            assertThat(campaign.counts()).containsOnlyKeys(Reading.values());
        }
        assertThat(found).isEmpty();
    }
}
