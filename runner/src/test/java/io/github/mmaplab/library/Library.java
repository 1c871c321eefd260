package io.github.mmaplab.library;

import io.github.mmaplab.file.InputFiles;
import io.github.mmaplab.run.Orders;
import io.github.mmaplab.scenario.model.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The library of scenarios. */
public final class Library {
    private static final Path FOLDER = Path.of("../scenarios");

    private Library() {}

    /** All scenarios, as they are written. */
    public static List<Scenario> asWritten() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".scenario.yaml"))
                    .sorted()
                    .flatMap(file -> InputFiles.scenarios(file, file.toString()).scenarios().stream())
                    .toList();
        }
    }

    /** All scenarios, each in its first order. */
    public static List<Scenario> scenarios() throws IOException {
        return asWritten().stream().map(Orders::first).toList();
    }
}
