package io.github.mmaplab.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whoever waits for a change is woken, whether the system tells of it or not. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ChangeDetectorTest {

    @Test
    void where_the_system_tells_of_nothing_it_is_time_all_the_same(@TempDir Path folder) throws Exception {
        try (ChangeDetector wake = ChangeDetector.everySecond()) {
            wake.watch(List.of(folder));
            wake.await();
        }
        try (ChangeDetector wake = ChangeDetector.atChanges()) {
            wake.watch(List.of(folder.resolve("none")));
            wake.await();
        }
    }

    @Test
    void another_state_of_a_file_has_another_stamp(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "1");
        String before = LastResult.stamp(file);
        Files.writeString(file, "12");
        assertThat(LastResult.stamp(file)).isNotEqualTo(before);
        Files.delete(file);
        assertThat(LastResult.stamp(file)).isEqualTo("unreadable");
    }
}
