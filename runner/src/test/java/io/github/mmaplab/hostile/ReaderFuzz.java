package io.github.mmaplab.hostile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The command: {@code FIRST COUNT [READING...]} tries so many inputs from a number on, of all readings or of these. What is
 * found is saved under {@code target/fuzz-readers}.
 */
public final class ReaderFuzz {
    private static final Path FOUND = Path.of("target", "fuzz-readers");
    private static final int TOLD = 10_000;

    private ReaderFuzz() {}

    /** Runs it. */
    public static void main(String[] words) throws IOException {
        long first = Long.parseLong(words[0]);
        long count = Long.parseLong(words[1]);
        List<Reading> readings = new ArrayList<>();
        for (String word : Arrays.copyOfRange(words, 2, words.length)) {
            readings.add(Reading.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_')));
        }
        Path memory = Path.of("/dev/shm");
        Path folder = Files.isWritable(memory)
                ? Files.createTempDirectory(memory, "fuzz-readers")
                : Files.createTempDirectory("fuzz-readers");
        int found = 0;
        try (Campaign campaign = new Campaign(folder, readings.isEmpty() ? List.of(Reading.values()) : readings)) {
            for (long number = first; number < first + count; number++) {
                Optional<Finding> finding = campaign.input(number);
                if (finding.isPresent()) {
                    found++;
                    save(finding.get());
                }
                if ((number - first + 1) % TOLD == 0) {
                    System.out.println((number - first + 1) + " inputs, " + found + " findings " + campaign.counts());
                }
            }
            for (Map.Entry<Reading, Long> each : campaign.counts().entrySet()) {
                System.out.printf("%-20s %,d%n", each.getKey().word(), each.getValue());
            }
        }
        System.out.println(count + " inputs from " + first + " on: " + found + " findings");
        System.exit(found == 0 ? 0 : 1);
    }

    private static void save(Finding finding) throws IOException {
        Files.createDirectories(FOUND);
        Path file = FOUND.resolve(finding.reading().word() + "-" + finding.number());
        Files.write(file, finding.input());
        System.out.println(finding + "\n  the smallest input is " + file);
        StackTraceElement[] frames = finding.what().getStackTrace();
        for (int i = 0; i < Math.min(12, frames.length); i++) {
            System.out.println("    at " + frames[i]);
        }
    }
}
