package io.github.mmaplab.file;

import io.github.mmaplab.diagnostic.Problems;
import io.github.mmaplab.scenario.ExerciseReader;
import io.github.mmaplab.scenario.PredictionReader;
import io.github.mmaplab.scenario.ReadResult;
import io.github.mmaplab.scenario.ScenarioReader;
import io.github.mmaplab.scenario.syntax.SourceText;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Reads scenario files, exercises and predictions. The result reports everything that is wrong with a file, including
 * that it can't be read; nothing is thrown. Thread-safe. In each method {@code name} is the name of the file in
 * messages: the path as the user wrote it.
 */
public final class InputFiles {
    private InputFiles() {}

    /** Reads a scenario file. */
    public static ReadResult scenarios(Path path, String name) {
        Problems problems = new Problems();
        byte[] bytes = UntrustedFile.read(path, name, SourceText.LARGEST_FILE, problems);
        return bytes == null ? new ReadResult(List.of(), problems.all()) : ScenarioReader.read(name, bytes);
    }

    /** Reads an exercise. */
    public static ExerciseReader.Result exercise(Path path, String name) {
        Problems problems = new Problems();
        byte[] bytes = UntrustedFile.read(path, name, SourceText.LARGEST_FILE, problems);
        return bytes == null
                ? new ExerciseReader.Result(Optional.empty(), ByteBuffer.allocate(0), problems.all())
                : ExerciseReader.read(name, bytes);
    }

    /**
     * Reads a prediction.
     *
     * @param pageSize the size of {@code 1 page} in an answer, in bytes
     */
    public static PredictionReader.Result prediction(Path path, String name, int pageSize) {
        Problems problems = new Problems();
        byte[] bytes = UntrustedFile.read(path, name, PredictionReader.LARGEST_FILE, problems);
        return bytes == null
                ? new PredictionReader.Result(Optional.empty(), ByteBuffer.allocate(0), problems.all())
                : PredictionReader.read(name, bytes, pageSize);
    }
}
