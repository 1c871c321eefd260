package io.github.mmaplab.scenario;

import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.diagnostic.Problems;
import io.github.mmaplab.diagnostic.Severity;
import io.github.mmaplab.diagnostic.Source;
import io.github.mmaplab.scenario.decode.Exercise;
import io.github.mmaplab.scenario.decode.ExerciseDecoder;
import io.github.mmaplab.scenario.syntax.SourceText;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** Reads exercise files. Whatever is in a file, the result says it: nothing is thrown. */
public final class ExerciseReader {
    private static final OneDocument ONE =
            new OneDocument("an", "exercise", "begin with `exercise: its title`", "split it at the lines `---`");

    private ExerciseReader() {}

    /**
     * The result of reading a file.
     *
     * @param exercise what is in it; empty if there is an error
     * @param bytes the file; empty if it could not be read
     * @param diagnostics everything that is wrong, in the order of the file
     */
    public record Result(Optional<Exercise> exercise, ByteBuffer bytes, List<Diagnostic> diagnostics) {
        /** Copies the list, not the bytes. */
        public Result {
            bytes = bytes.asReadOnlyBuffer();
            diagnostics = List.copyOf(diagnostics);
        }

        /** Whether something is wrong that is more than a warning. */
        public boolean hasErrors() {
            return diagnostics.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
        }
    }

    /**
     * Reads the bytes of a file.
     *
     * @param name what messages call it
     */
    public static Result read(String name, byte[] bytes) {
        Problems problems = new Problems();
        Source source = SourceText.decode(name, bytes, problems);
        Exercise exercise = source == null ? null : ONE.read(source, problems, ExerciseDecoder::decode);
        return new Result(Optional.ofNullable(exercise), ByteBuffer.wrap(bytes), ScenarioReader.inOrder(problems));
    }
}
